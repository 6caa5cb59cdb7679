/// An empty list: what will appear, and where to go meanwhile. `{{>blank}}`
package struct Blank: Shows {
    package var heading: String
    package var text: String
    package var action: HeadAction?

    package init(_ heading: String, _ text: String, action: HeadAction? = nil) {
        self.heading = heading
        self.text = text
        self.action = action
    }
}
