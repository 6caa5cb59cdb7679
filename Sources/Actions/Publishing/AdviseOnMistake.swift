import Foundation
import Governance
import Store

/// Answers a report of a mistake with advice; whoever was asked, or a role above it, and never the reporter.
package struct AdviseOnMistake: Sendable {
    package var post: Identifier<Post>
    package var mistake: Identifier<Mistake>
    package var advice: String

    package init(post: Identifier<Post>, mistake: Identifier<Mistake>, advice: String) {
        self.post = post
        self.mistake = mistake
        self.advice = advice
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let advice = try required(advice, "advice", "Say what you advise, in a sentence", most: 1_000)
        try await organisation.change(by: actor) { tx in
            let post = try tx.post(post)
            let user = try tx.person()
            let all = try tx.mistakes(of: post.id)
            guard let mistake = all.first(where: { $0.id == mistake }) else { throw ActionError.notFound }
            guard mistake.by != user,
                try tx.authority().holds(any: Releasing.ladder(from: mistake.told), at: post.school)
            else {
                throw ActionError.notPermitted("Advice is given by the \(mistake.told.title), and not by the reporter")
            }
            guard mistake.advice == nil else { throw ActionError.conflict("Advice was given already") }
            try tx.advise(on: mistake.id, advice, by: user)
            let isLast = !all.contains { $0.id != mistake.id && $0.advice == nil }
            return Recorded(
                Event(.mistakeAdvised, .post(post.id), after: ["mistake": .text(mistake.id.text)], why: advice),
                tasks: isLast ? [.close(.adviseOnMistake, .post(post.id))] : [],
                notices: [
                    NewNotice(
                        to: mistake.by, .postChanged, .post(post.id),
                        says: "You have advice on the mistake you reported")
                ])
        }
    }
}
