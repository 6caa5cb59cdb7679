import Actions
import Foundation
import Governance
import Reading
import Testing

/// Whoever two policies bind is trained under each by its own words.
@Suite struct TrainedUnderEachTests {
    /// A school's own policy that names a course, beside the trust's that takes any.
    private func room() async throws -> (Scratch, Organisation, quay: Identifier<School>, mill: Identifier<School>) {
        let (scratch, organisation, quay, mill) = try await trainingRoom()
        let text = String(decoding: smallPolicy, as: UTF8.self).replacing("TEST", with: "OWN")
            .replacing(
                "nation: england\n", with: "nation: england\nbinds:\n  - { who: [employee], as: full, at: \"1\" }\n"
            )
            .replacing(
                "      - told:",
                with:
                    "      - duty: handbook.train\n      - setting: { name: training-course, value: Flick }\n      - told:"
            )
        let id = try await AddPolicyVersion(bytes: [UInt8](text.utf8), school: mill)
            .perform(in: organisation, by: .console)
        try await PutPolicyInForce(version: id, why: "A test").perform(in: organisation, by: .console)
        return (scratch, organisation, quay, mill)
    }

    @Test func oneCourseMayDoForOnePolicyAndNotForTheOther() async throws {
        let (scratch, organisation, quay, mill) = try await room()
        let both = try await organisation.person("Sam Poe", .author, at: quay)
        try await GrantRole(user: both, role: .author, school: mill, why: "Both").perform(
            in: organisation, by: .console)
        let asked = {
            try await organisation.database.tasks(of: both).filter { $0.kind == .beTrained }.map(\.rule)
        }
        func judged() async throws -> [Bool] {
            let facts = try await organisation.database.registerFacts(of: both)
            let person = try #require(facts.people.first)
            let bound = try await organisation.asking(facts).asked(of: person.user.kind, holding: person.grants)
            return try await organisation.database.trainingStanding(of: both).judgements(of: both, bound: bound)
                .sorted { $0.asked.version.words.key < $1.asked.version.words.key }.map { $0.valid != nil }
        }
        let today = Day(of: scratch.clock.now)
        let any = try await AddCourse(name: "Online safety", months: 12).perform(in: organisation, by: .console)
        try await RecordTraining([both], course: any, on: today).perform(in: organisation, by: .console)
        #expect(try await judged() == [false, true])
        #expect(try await asked().count == 1)
        #expect(try await asked().first?.contains("do the training on Flick") == true)
        let named = try await AddCourse(name: "Flick: social media", months: 12)
            .perform(in: organisation, by: .console)
        try await RecordTraining([both], course: named, on: today).perform(in: organisation, by: .console)
        #expect(try await judged() == [true, true])
        #expect(try await asked().isEmpty)
    }
}
