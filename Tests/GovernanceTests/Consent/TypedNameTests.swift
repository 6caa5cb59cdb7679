import Governance
import Testing

@Suite("Names that are typed") struct TypedNameTests {
    private let zofia = Person(
        ref: "P-7", kind: .pupil, given: "Zofia", family: "O’Neill-Łuczak", preferred: "Zosia", middle: "Maria")

    @Test(
        "under a picture come to a key by which the person is found",
        arguments: [
            "Zofia", "zosia", "O'Neill Luczak", "ZOFIA O'NEILL-ŁUCZAK", "oneillluczak, zofia",
            "Zofia Maria O’Neill Łuczak",
            " P-7 ",
        ])
    func found(typed: String) { #expect(zofia.typedKeys.contains(TypedName.key(of: typed))) }

    @Test(
        "that are another’s, or nobody’s, come to none of theirs", arguments: ["", "–", "Zofia Marsh", "Zo", "Neill"])
    func another(typed: String) { #expect(!zofia.typedKeys.contains(TypedName.key(of: typed))) }

    @Test(
        "sign for a parent with their case, accents, title and middle name as they like",
        arguments: ["Anna Kowalska", "anna kowalska", "Kowalska Anna", "Mrs Anna Kowalska", "Anna Maria Kowalska"])
    func signed(name: String) { #expect(TypedName.isSignature(name, of: "Anna Kowalska")) }

    @Test(
        "sign for nobody by half", arguments: ["", "Kowalska", "Anna", "Jan Kowalski", "Mrs Kowalska", "A. Kowalska"])
    func unsigned(name: String) { #expect(!TypedName.isSignature(name, of: "Anna Kowalska")) }
}
