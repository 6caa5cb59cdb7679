/// The list of what set-up asks, with what is done.
package struct SetUpPage: PageContent {
    package var notes: [Note]
    package var steps: [Step]
    package var next: HeadAction?

    static func page(_ steps: [Step], next: HeadAction?) -> Page {
        Page(
            "Set up Chaperone for your school", title: "Set up", lead: "About ten minutes. You can stop and come back.",
            frame: .journey,
            SetUpPage(
                notes: [
                    Note(.clear, "The one-time code was right.", "Set-up now belongs to this browser until you finish.")
                ], steps: steps, next: next))
    }

    static func page(_ answers: SetUpAnswers) -> Page {
        let ready = answers.hasOrganisation && answers.hasSchools && answers.hasPolicy
        let link = { (url: SiteURL) in url.link(in: "") }
        let next: (String, SiteURL) =
            !answers.hasOrganisation
            ? ("the school", .setUpOrganisation)
            : !answers.hasSchools
                ? ("its schools", .setUpSchools)
                : !answers.hasPolicy ? ("the policy", .setUpPolicy) : ("the first administrator", .setUpAdministrator)
        return page(
            [
                Step(
                    "Name, nation and address", small: answers.name, link: link(.setUpOrganisation),
                    tag: answers.hasOrganisation ? Step.done : Step.toDo)
            ] + schools(answers) + [
                Step(
                    "The policy", small: answers.policy, link: link(.setUpPolicy),
                    tag: answers.hasPolicy ? Step.done : Step.toDo),
                Step(
                    "The first administrator", link: ready ? link(.setUpAdministrator) : nil,
                    tag: ready ? Step.toDo : Step.notYet),
            ], next: HeadAction("Continue: \(next.0)", link(next.1)))
    }

    private static func schools(_ answers: SetUpAnswers) -> [Step] {
        guard answers.isTrust == true else { return [] }
        let names = answers.schools?.map(\.name).joined(separator: ", ")
        return [
            Step(
                "Its schools", small: names, link: SiteURL.setUpSchools.link(in: ""),
                tag: answers.hasSchools ? Step.done : Step.toDo)
        ]
    }

    static func done(school: String, signIn: String) -> Page {
        Page(
            "\(school) is ready", lead: "Next: sign in, and bring in pupils and staff. Until then every post is held.",
            frame: .journey, SetUpPage(notes: [], steps: [], next: HeadAction("Sign in", signIn)))
    }

    package static let examples = [
        page(
            [
                Step(
                    "Name, nation and address", small: "Harbour View School", link: "/set-up/organisation",
                    tag: Step.done),
                Step("The policy", link: "/set-up/policy", tag: Step.toDo),
                Step("The first administrator", tag: Step.notYet),
            ], next: HeadAction("Continue: the policy", "/set-up/policy"))
    ]
}
