import Actions
import Foundation
import Governance
import Reading

/// What a visitor is asked to read, and where they stand with it.
struct ReadingDesk {
    let visit: Visit
    let facts: RegisterFacts
    let asked: [Asking.Asked]
    private let me: Identifier<User>

    init(_ visit: Visit) async throws {
        self.visit = visit
        me = try visit.me.user.id
        facts = try await visit.work.database.registerFacts(of: me)
        let asking = try await visit.work.asking(facts)
        asked = facts.people.first.map { asking.asked(of: $0.user.kind, holding: $0.grants) } ?? []
    }

    /// Where one stands with a version.
    enum Standing {
        case notAsked
        case toRead(due: Date?)
        /// Read, or read the version that this one corrects.
        case read(at: Date, byCorrection: Bool)
    }

    func standing(with version: PolicyVersion) -> Standing {
        if let said = facts.acknowledgement(of: version, by: me) {
            return .read(at: said.at, byCorrection: said.version != version.id)
        }
        guard asked.contains(where: { $0.version.id == version.id }) else { return .notAsked }
        return .toRead(due: facts.open.first { $0.version == version.id }?.due)
    }

    /// The version that one read last before this one.
    func lastRead(before version: PolicyVersion) -> PolicyVersion? { facts.lastRead(before: version, by: me) }

    /// What else one has said one read, the latest first.
    var readBefore: [(version: PolicyVersion, at: Date)] {
        facts.acknowledgements(of: me).compactMap { said in
            guard !asked.contains(where: { $0.version.id == said.version }),
                let version = facts.history.versions.first(where: { $0.id == said.version })
            else { return nil }
            return (version, said.at)
        }
    }

    /// `You acknowledged this version on 3 November 2026`; nil for who is not asked.
    func sentence(on version: PolicyVersion?) -> String? {
        guard let version else { return nil }
        switch standing(with: version) {
        case .notAsked: return nil
        case .toRead(let due):
            return due.map { "You are asked to read it and say so by \(When.date($0))" }
                ?? "You are asked to read it and say so"
        case .read(let at, byCorrection: false): return "You acknowledged this version on \(When.date(at))"
        case .read(let at, byCorrection: true):
            return "You acknowledged the version before on \(When.date(at)), and this one only corrects it"
        }
    }
}

extension Note {
    /// Where the reader of the policy's page stands; nil for who is not asked.
    init?(standingOf shown: PolicyShown, _ visit: Visit) async throws {
        let version = shown.inForce.version
        let desk = try await ReadingDesk(visit)
        guard let sentence = desk.sentence(on: version) else { return nil }
        let link = visit.link(.policyAcknowledgement(.value(version.id.text)))
        switch desk.standing(with: version) {
        case .notAsked: return nil
        case .toRead(let due):
            let isLate = due.map { $0 < visit.now } ?? false
            self.init(
                isLate ? .block : .hold, "You have not said that you have read it.", sentence + ".", icon: .clock,
                link: HeadAction("Read it and say so", link))
        case .read:
            self.init(
                .clear, sentence + ".", "It stands on record.", link: HeadAction("What you were told then", link))
        }
    }
}

extension MyPage.ReadingLine {
    /// What I am asked to read, and then what I read before.
    static func all(_ visit: Visit) async throws -> [MyPage.ReadingLine] {
        let desk = try await ReadingDesk(visit)
        let link = { (version: PolicyVersion) in visit.link(.policyAcknowledgement(.value(version.id.text))) }
        let asked = desk.asked.map { asked in
            let isRead = if case .read = desk.standing(with: asked.version) { true } else { false }
            return MyPage.ReadingLine(
                text: PolicyVersionForms.name(asked.version), link: link(asked.version),
                small: desk.sentence(on: asked.version) ?? "",
                tag: isRead ? Tag(.clear, "Read", icon: .check) : Tag(.hold, "To read", icon: .clock))
        }
        return asked
            + desk.readBefore.map { version, at in
                MyPage.ReadingLine(
                    text: PolicyVersionForms.name(version), link: link(version),
                    small: "You acknowledged it on \(When.date(at))", tag: Tag(.quiet, "Before", icon: .history))
            }
    }
}
