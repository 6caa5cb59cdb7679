import Actions

/// A school whose list brought five pupils, of whom nothing is known.
func importedSchool() async throws -> (Scratch, Organisation) {
    let scratch = try Scratch()
    let organisation = try await scratch.organisation()
    let people = (1...5).map { "P\($0),pupil,Jo,Field,,quay,\n" }.joined()
    try await organisation.bring(listHeading + people)
    return (scratch, organisation)
}
