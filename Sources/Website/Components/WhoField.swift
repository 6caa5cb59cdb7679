import Actions
import Governance
import Reading

/// Choosing somebody among the users: from a list, or where that would be long, by writing their name or e-mail address.
struct WhoChoice {
    /// How many names stand in a list at most.
    static let most = 100

    let choices: [UserChoice]
    /// There are more than a list can show.
    let isLong: Bool

    init(_ query: UserQuery, in visit: Visit) async throws {
        let found = try await visit.work.database.userChoices(query, most: Self.most + 1)
        isLong = found.count > Self.most
        choices = isLong ? [] : found
    }

    var isEmpty: Bool { !isLong && choices.isEmpty }

    /// - Parameters:
    ///   - first: what stands for nobody, at the top of the list; nil: the first name is chosen.
    ///   - text: how a name stands in the list.
    ///   - chosen: an identifier, or what was written.
    func field(
        _ id: String, _ label: String, hint: String? = nil, first: String? = "Choose", chosen: String,
        problems: [Problem] = [], text: (UserChoice) -> String = { $0.user.name }
    ) -> SelectField {
        guard isLong else {
            return SelectField(
                id, label, hint: hint,
                (first.map { [("", $0)] } ?? []) + choices.map { ($0.user.id.text, text($0)) }, chosen: chosen,
                problems: problems)
        }
        let write = "Write their whole name, or their e-mail address."
        return SelectField(
            written: id, label, hint: hint.map { "\($0) \(write)" } ?? write, value: chosen, problems: problems)
    }
}

extension Visit {
    /// Whom a field of the form names, from a list or by writing; nil where it is empty. Throws `ActionError.invalid` for
    /// the field where that is nobody, or could be several.
    func chosen(_ field: String, among query: UserQuery) async throws -> Identifier<User>? {
        let text = form.trimmed(field)
        guard !text.isEmpty else { return nil }
        let found = try await work.database.userChoices(query, called: text)
        if found.count == 1 { return found[0].user.id }
        guard found.isEmpty else {
            throw ActionError.invalid(field, "Several people are called that. Write the e-mail address")
        }
        // a name from a list that was long ago: the action says what is wrong with it
        if try await work.database.user(Identifier(text)) != nil { return Identifier(text) }
        let like = try await work.database.userChoices(query, like: text, most: 4).map(\.user.name)
        throw ActionError.invalid(
            field,
            like.isEmpty
                ? "Nobody who can be chosen here is called that. Write the whole name, or the e-mail address"
                : "Write the whole name, or the e-mail address. Do you mean "
                    + like.joined(separator: like.count == 2 ? " or " : ", ") + "?")
    }
}
