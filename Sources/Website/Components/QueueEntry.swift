/// Something to work through, in a list beside the open one: `{{>queue}}`.
package struct QueueEntry: Shows {
    package var title: String
    package var link: String
    package var current: Bool
    package var small: String
    package var tag: Tag?

    package init(_ title: String, _ link: String, current: Bool = false, small: String, tag: Tag? = nil) {
        self.title = title
        self.link = link
        self.current = current
        self.small = small
        self.tag = tag
    }
}
