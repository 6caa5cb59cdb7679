import Foundation
import Governance
import Reading

extension PostDesk {
    /// One placement, with what can be done with it by whoever looks.
    func part(
        _ place: PlaceStory, _ story: PostStory, actions: Bool, isTextShown: Bool = true
    ) -> PlacementPart {
        let placement = place.placement
        let key = SiteURL.Part.value(placement.id.text)
        let school = placement.account.school
        let mine = story.post.isOf(desk.me.user.id)
        let publishes = mine || desk.me.authority.holds(any: PublishingRoles.publishing, at: school)
        let orders = mine || desk.me.authority.holds(any: PublishingRoles.orderingTakedown, at: school)
        let facts = facts(of: place, story, isPaper: !actions)
        let last = place.states.last
        let sent = story.revisions.first { $0.number == placement.revisionNumber }?.content
        return PlacementPart(
            anchor: "placement-\(placement.id.text)", account: placement.account.name,
            tag: Tag(placement.state, mine: mine),
            when: when(place, story) + (sent.flatMap { $0.picturesSaid(placement.draft) } ?? ""),
            text: isTextShown ? placement.draft.text : nil, link: isTextShown ? placement.draft.links.first : nil,
            why: place.takedown == nil ? last?.why.map { last?.by?.user == nil ? $0 : quoted($0) } : nil,
            facts: facts, anyFacts: !facts.isEmpty,
            publish: actions && publishes && placement.state == .ready
                ? HeadAction("Publish it by hand", visit.link(.publishing(key))) : nil,
            sayOut: actions && publishes && placement.state != .ready && place.mayBeOutAllTheSame
                ? HeadAction("Say that it is out all the same", visit.link(.publishing(key))) : nil,
            takedown: actions && placement.state == .published && orders
                ? HeadAction("Take down", visit.link(.takedown(key)))
                : actions && placement.state == .ordered && publishes
                    ? HeadAction("Show that it is gone", visit.link(.takedown(key))) : nil,
            closing: actions && publishes && place.repliesAreToBeClosed ? visit.link(.repliesClosed(key)) : nil)
    }

    private func when(_ place: PlaceStory, _ story: PostStory) -> String {
        let placement = place.placement
        if placement.corrects != nil, place.publication == nil, !placement.state.isSettledForGood {
            return "\(placement.account.network.title). "
                + (place.connection?.capabilities.edits == true && place.connection?.brokenSince == nil
                    ? "It takes the place of what is out there, as soon as it is approved."
                    : "A person puts it in the place of what is out there, once it is approved.")
        }
        if let publication = place.publication {
            let name = publication.by.map { story.names[$0] ?? "someone" }
            let by = name.map { " by \($0)" } ?? ", by itself"
            return "\(placement.account.network.title). Published \(When.near(publication.at, now: visit.now))\(by)."
        }
        if placement.state == .sending, let dispatch = place.dispatch {
            let next = dispatch.attempts == 0 ? "" : " Tried \(dispatch.attempts) times."
            let why = dispatch.trouble.map { " \($0)." } ?? ""
            return "\(placement.account.network.title). Going out by itself.\(next)\(why)"
        }
        if [.waiting, .scheduled].contains(placement.state), place.connection?.brokenSince == nil,
            place.connection != nil
        {
            return
                "\(placement.account.network.title). Goes out by itself \(When.near(placement.publishAt, now: visit.now))."
        }
        return "\(placement.account.network.title). Meant for \(When.near(placement.publishAt, now: visit.now))."
    }

    private static func says(_ ended: EndedProof, ofOwn isOwn: Bool) -> String {
        let picture = isOwn ? "the picture" : "a picture"
        return switch ended {
        case .locked: "Locked, with \(picture) that it shows"
        case .destroyed: "Destroyed, with \(picture) that it showed"
        }
    }

    /// On paper with the policy's digest, by which its exact words are proved.
    private func facts(of place: PlaceStory, _ story: PostStory, isPaper: Bool) -> [Fact] {
        var facts: [Fact] = []
        let shown = Set(place.placement.draft.media.map(\.id))
        let states = Set(story.pictures.filter { shown.contains($0.id.text) }.map(\.state))
        // a screenshot of what is out shows the pictures too
        let own: EndedProof? =
            states.contains(.sealedAway) ? .locked : states.contains(.destroyed) ? .destroyed : nil
        let key = SiteURL.Part.value(place.placement.id.text)
        let add = { (proof: Proof?, name: String, own: EndedProof?) in
            guard let proof else { return }
            if let address = proof.address {
                facts.append(Fact("Address", address, link: address.hasPrefix("https://") ? address : nil))
            }
            if let shot = proof.screenshot {
                let ended = own ?? place.endedProofs[shot.digest]
                facts.append(
                    ended.map { Fact(name, Self.says($0, ofOwn: own != nil)) }
                        ?? Fact(
                            name, "Look at it",
                            link: visit.link(.screenshot(placement: key, proof: .value(shot.digest)))))
            }
            if let note = proof.note {
                facts.append(
                    Fact(place.publication?.by == nil && name == "Screenshot" ? "As the network has it" : "Note", note))
            }
        }
        add(place.publication?.proof, "Screenshot", own)
        if let takedown = place.takedown {
            facts.append(
                Fact("Ordered down", "\(quoted(takedown.reason)) by \(When.near(takedown.deadline, now: visit.now))"))
            if let section = takedown.section { facts.append(Fact("Under", "Policy \(section)")) }
            if let done = takedown.doneAt { facts.append(Fact("Gone", When.near(done, now: visit.now))) }
        }
        if let order = place.orderOnceOut, place.placement.state == .sending {
            facts.append(
                Fact(
                    "Ordered down",
                    "\(quoted(order.reason)). It may be out already: as soon as that is known it comes down, by "
                        + "\(When.near(order.deadline, now: visit.now)), or is stopped"))
        }
        add(place.takedown?.proof, "Screenshot of it gone", nil)
        if isPaper, let decision = place.decisions.last?.decision {
            facts.append(Fact("Policy", "\(decision.policy.key), \(decision.policy.digest.prefix(12))"))
        }
        return facts
    }
}
