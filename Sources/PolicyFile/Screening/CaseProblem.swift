/// Why a line cannot be judged: the field and a sentence part.
package struct CaseProblem: Error, Equatable, Sendable {
    package let field: String
    package let says: String

    package init(_ field: String, _ says: String) {
        self.field = field
        self.says = says
    }
}
