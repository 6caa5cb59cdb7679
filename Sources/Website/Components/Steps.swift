/// A list of tasks with states, for set-up and long journeys: `{{>steps}}`.
package struct Step: Shows {
    package var text: String
    package var small: String?
    /// Nil: cannot be started yet.
    package var link: String?
    package var tag: Tag

    package init(_ text: String, small: String? = nil, link: String? = nil, tag: Tag) {
        self.text = text
        self.small = small
        self.link = link
        self.tag = tag
    }

    package static let done = Tag(.clear, "Done", icon: .check)
    package static let toDo = Tag(.quiet, "To do")
    package static let notYet = Tag(.quiet, "Cannot start yet", icon: .lock)
}
