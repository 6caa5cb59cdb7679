import Foundation
import Governance

/// PUB-12: the writing page shows this school's tone words and the text's reading age.
let tone =
    DutyCell.each("PUB-12", of: [.llt, .pen, .link, .dhl]) { paper in
        let school = try await DutySchool.under(paper)
        let writing = try await school.page("/posts/new")
        let words = Shown.words(of: writing)
        try see(words.contains(try paper.own(tones)), "the tone words are not shown")
        try see(try await readingAge(school), "no reading age is shown")
        return Sighting(
            "the writing page shows its tone words, its advice and a reading age",
            at: try school.guidance(of: "PUB-12", at: [.compose], on: writing))
    }
    + DutyCell.silent("PUB-12", in: [.dsat]) { paper in
        let school = try await DutySchool.under(paper)
        try see(try await readingAge(school), "no reading age is shown")
        try see(
            !Shown.words(of: try await school.page("/posts/new")).localizedCaseInsensitiveContains("conversational"),
            "another paper's tone is shown")
        return Sighting("a reading age is shown, and nothing of another paper's tone")
    }

private let tones: [Paper: String] = [
    .llt: "Engaging, conversational, informative, friendly, engage, enable, empower.",
    .pen: "Engaging, conversational, informative, friendly.",
    .link: "Professional, respectful, reflecting well on the school.",
    .dhl: "Engaging, conversational, informative, friendly on platforms such as Facebook.",
]

private func readingAge(_ school: DutySchool) async throws -> Bool {
    let post = try await school.start(
        school.draft("We went to the farm. We saw two pigs and a cow. The cow was big. It ate the grass all day."))
    return Shown.words(of: try await school.page("/posts/\(post.text)/edit")).firstMatch(of: /Reading age \d+\./) != nil
}
