/// What is still to do before the school can work as its policy wants.
package struct ToDoPage: PageContent {
    package var steps: [Step]

    static func page(_ steps: [Step]) -> Page {
        let open = steps.filter { $0.tag.text != Step.done.text }.count
        return Page(
            open == 0 ? "Everything is set up" : "\(open) \(open == 1 ? "thing is" : "things are") still to do",
            title: "To do",
            lead: open == 0 ? nil : "In this order each makes the next easier. You can stop at any point.",
            room: .todo, ToDoPage(steps: steps))
    }

    package static let examples = [
        page([
            Step(
                "The policy in force", small: "The Link School’s policy", link: "/harbour-view/policy", tag: Step.done),
            Step(
                "Bring in pupils and staff", small: "Until then every post is held, and says so",
                link: "/harbour-view/people/import", tag: Step.toDo),
            Step("Give people their roles", small: "Only you can sign in so far", tag: Step.notYet),
        ])
    ]
}
