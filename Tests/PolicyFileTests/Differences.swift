import Governance
import Testing

@testable import PolicyFile

private func changes(_ passage: String, becomes other: String) throws -> [PolicyChange] {
    let after = sample(passage, becomes: other)
    #expect(after != samplePolicy)
    return PolicyDifference(from: try read(samplePolicy).get().policy, to: try read(after).get().policy).changes
}

@Suite struct Differences {
    @Test func thereAreNoneBetweenAPolicyAndItself() throws {
        let policy = try read(samplePolicy).get().policy
        #expect(PolicyDifference(from: policy, to: policy).changes.isEmpty)
        #expect(PolicyDifference(from: policy, to: policy).text(Emphasis(isOn: false)) == "Nothing changes.\n")
    }

    @Test func whichDutiesWaitForARoomIsNoChangeForAnyone() throws {
        let named = sample("duties: [PUB-04]", becomes: "duties: [PUB-04, ACC-10]")
            .replacing("at: 3.10\n", with: "at: 3.10\n    duties: [ACC-10]\n")
        let one = named.replacing("- not-yet: accounts", with: "- not-yet: { room: accounts, for: ACC-10 }")
        #expect(one != named)
        let (before, after) = (try read(named).get().policy, try read(one).get().policy)
        #expect(before != after)
        #expect(PolicyDifference(from: before, to: after).changes.isEmpty)
    }

    @Test func aStricterWordSaysWhatItNowDoes() throws {
        let milder = sample("word: must", becomes: "word: should")
            .replacing("        severity: hold\n", with: "").replacing(
                "        because: A reading of one's own standing is never certain.\n", with: "")
        let stricter = milder.replacing("word: should", with: "word: must")
        let found = PolicyDifference(from: try read(milder).get().policy, to: try read(stricter).get().policy).changes
        #expect(
            found.map(\.says) == [
                "6.3(f) now says “must”; before it said “should”.",
                "6.3(f) now stops a post (sample.names); before it waited for release.",
                "6.3(f) now stops a post (sample.standing); before it waited for release.",
            ])
        #expect(found.allSatisfy { $0.readers == .authors && $0.at == "6.3(f)" })
    }

    @Test func parametersAreCompared() throws {
        #expect(
            try changes("[first-name, initials]", becomes: "[initials]").map(\.says) == [
                "6.3(f), sample.names: “allowed” is now initials; before it was first-name and initials."
            ])
    }

    @Test func whoIsBoundIsSaid() throws {
        #expect(
            try changes("who: [employee, volunteer]", becomes: "who: [employee, parent]").map(\.says) == [
                "Volunteers are no longer bound.", "Parents are now bound.",
            ])
        #expect(
            try changes("as: full", becomes: "as: spirit").map(\.says).first
                == "Employees are now bound in spirit; before they were bound.")
    }

    @Test func clausesThatComeGoOrAreRewordedAreSaid() throws {
        #expect(
            try changes("says: Reports go to the head.", becomes: "says: Reports go to two.").map(\.says) == [
                "3.10 is reworded. It says now: Reports go to two."
            ])
        let renamed = try changes("at: 3.10", becomes: "at: 3.11").map(\.says)
        #expect(renamed.contains("3.10 is gone. It said: Reports go to the head."))
        #expect(renamed.contains("3.11 is new: Reports go to the head."))
    }

    @Test func routesReleasesAndReviewAreSaid() throws {
        #expect(
            try changes("to: [headteacher] }", becomes: "to: [headteacher, dsl] }").map(\.says) == [
                "The route “misuse” now leads to designated safeguarding lead and headteacher; "
                    + "before to headteacher."
            ])
        #expect(
            try changes("released-by: headteacher", becomes: "released-by: dsl").map(\.says) == [
                "What 6.3(f) holds is now released by: designated safeguarding lead; before by: headteacher."
            ])
        #expect(
            try changes("every: 1 year", becomes: "every: 6 months").map(\.says) == [
                "The time between reviews: now every 6 months; before every year."
            ])
        #expect(
            try changes("approved:", becomes: "approved: 2026-11-01").map(\.says) == [
                "The date of approval: now 1 November 2026; before blank."
            ])
    }

    @Test func aControlThatComesOrGoesIsSaid() throws {
        let without = """
                  - control: sample.standing
                    severity: hold
                    because: A reading of one's own standing is never certain.

            """
        #expect(
            try changes(without, becomes: "").map(\.says) == [
                "6.3(f) no longer examines posts by the control sample.standing."
            ])
    }
}
