/// A person with the round mark of their initials: `{{>person}}`.
package struct PersonMark: Shows {
    package var name: String
    package var initials: String
    /// Which of the five shapes the mark has.
    package var shape: Int
    package var small: String?

    package init(_ name: String, id: String, small: String? = nil) {
        let visitor = Visitor(id: id, name: name, roles: [])
        self.name = name
        initials = visitor.initials
        shape = visitor.shape
        self.small = small
    }
}
