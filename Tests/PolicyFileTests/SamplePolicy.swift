import Governance

@testable import PolicyFile

/// A small whole policy that reads without a problem.
let samplePolicy = """
    policy: LINK
    title: Social Media Policy
    organisation: The Link School (Sunderland)
    names: [The Link School, Link School]
    nation: england
    status: draft
    version:
    dated: 2022-09
    approved:
    review: { every: 1 year, due: , by: [slt, management-committee] }
    history:
      - { version: V1.0, dated: 2019-04-29, by: Head of Governance, changed: First version. }
    binds:
      - { who: [employee, volunteer], as: full, at: "1.3" }
    roles: { Head Teacher: headteacher, IT: it, Leadership Team: slt }
    related:
      - { title: E-Safety Policy, at: "5.6", url: "https://example.org/e-safety", edition: "2019" }
    tone: [Engaging, Informative]
    clauses:
      - at: 6.3(f)
        heading: Business use of social media
        says: A pupil is never identified by full name; a first name or initials may be used.
        word: must
        released-by: headteacher
        duties: [PUB-04]
        carried-by:
          - control: sample.names
            with: { allowed: [first-name, initials] }
          - control: sample.standing
            severity: hold
            because: A reading of one's own standing is never certain.
      - at: 3.10
        says: Reports go to the head.
        carried-by:
          - duty: publishing.review-posts
          - setting: { name: replies, value: "off" }
          - route: { of: misuse, to: [headteacher] }
          - told: { place: compose, text: Think first. }
          - fact: review
          - not-yet: accounts
          - not-yet: { room: watch, note: Comes with the rota. }
    remarks:
      - { at: "3.4", says: Cites an old edition., source: KCSIE }

    """

/// Controls invented for the tests of reading.
let sampleControls = [
    ControlFacts(
        id: "sample.names", about: "Names.",
        parameters: [
            Parameter("allowed", .choices(["first-name", "surname", "initials"]), about: "What may be used.")
        ], codes: ["name"]),
    ControlFacts(id: "sample.standing", about: "Standing.", parameters: [], codes: ["standing"]),
    ControlFacts(
        id: "sample.all", about: "One parameter of each kind.",
        parameters: [
            Parameter("unrecorded", .choice(["refused", "allowed"]), fallback: .word("refused"), about: "Silence."),
            Parameter("words", .words, fallback: .words([]), about: "Own words."),
            Parameter("most", .number(5...18), fallback: .number(12), about: "Age."),
            Parameter("credit", .flag, fallback: .flag(false), about: "Credit."),
        ], codes: ["all"]),
]

/// Reads a text with the controls of the tests.
func read(_ text: String) -> Result<PolicyDocument, PolicyFaults> {
    PolicyFile.read(Array(text.utf8), controls: sampleControls)
}

/// The problems of a text; empty when it reads.
func problems(_ text: String) -> [PolicyProblem] {
    if case .failure(let faults) = read(text) { faults.problems } else { [] }
}

/// The sample with one passage replaced.
func sample(_ passage: String, becomes other: String) -> String {
    samplePolicy.replacing(passage, with: other, maxReplacements: 1)
}
