import Governance
import Store

/// Tells the safeguarding lead at once that somebody is worried about a child, and from which page (HBK-16). What was seen
/// is said in person and kept nowhere here.
package struct RaiseConcern: Sendable {
    package var about: Concern.About
    /// An address within the organisation; nil: from no page.
    package var page: String?

    package init(about: Concern.About, page: String? = nil) {
        self.about = about
        self.page = page
    }

    @discardableResult
    package func perform(in organisation: Organisation, by user: Identifier<User>) async throws -> Identifier<Concern> {
        try await organisation.change(by: .user(user)) { tx in
            try tx.raise(about, from: page, by: user, in: organisation)
        }
    }
}

extension WriteTransaction {
    /// Raises a concern as part of a change.
    /// - Parameters:
    ///   - picture: it is about a picture that may be a crime, and was locked.
    ///   - there: the school whose matter it is; nil: that of whoever raises it.
    func raise(
        _ about: Concern.About, from page: String?, by user: Identifier<User>, in organisation: Organisation,
        picture: Bool = false, at there: Identifier<School>? = nil
    ) throws -> Recorded<Identifier<Concern>> {
        let schools = try schools().map(\.id)
        let home = try there ?? authority().onlySchool ?? (schools.count == 1 ? schools[0] : nil)
        guard let (role, places) = try hearers(of: user, at: home, among: schools) else {
            throw ActionError.conflict(
                "Nobody is named here who could be told. Tell the headteacher, in person or by telephone")
        }
        let concern = Concern(about: about, page: page, role: role, places: places)
        let id: Identifier<Concern> = identifier()
        let subject = RecordSubject(.concern, id)
        let policy = try organisation.policyInForce(at: home, on: now, self)?.policy
        let what = picture ? "A picture was locked, for it may be a crime" : "Somebody is worried about a child"
        let rule = what + ": " + whoseRule(policy?.sections(carriedBy: .readGuidance) ?? [])
        let name = try self.user(user).name
        return Recorded(
            id, Event(.concernRaised, subject, after: concern.recorded),
            tasks: places.map {
                .open(
                    NewTask(
                        picture ? .seeToLockedPicture : .hearConcern, subject, for: .role(role, at: $0), due: now,
                        rule: rule, hiddenFrom: [user]))
            },
            notices: try holders(of: role, at: places, but: user).map {
                NewNotice(
                    to: $0, .concernRaised, subject,
                    says: picture
                        ? "\(name) has locked a picture that may be a crime: read what to do now"
                        : "\(name) is worried about a child: speak with them at once")
            })
    }

    /// The first role of those that may be told which somebody else holds, and where.
    fileprivate func hearers(
        of user: Identifier<User>, at home: Identifier<School>?, among schools: [Identifier<School>]
    ) throws -> (Role, [Identifier<School>?])? {
        for role in Concern.hearers {
            if try !holders(of: role, at: [home], but: user).isEmpty { return (role, [home]) }
            guard home == nil else { continue }
            let places = try schools.filter { try !holders(of: role, at: [$0], but: user).isEmpty }
            if !places.isEmpty { return (role, places) }
        }
        return nil
    }

    fileprivate func holders(
        of role: Role, at places: [Identifier<School>?], but user: Identifier<User>
    ) throws -> [Identifier<User>] {
        try Set(places.flatMap { try holders(of: role, at: $0) }).subtracting([user]).sorted()
    }
}
