/// One line of what is known of a thing: `{{>facts}}`.
package struct Fact: Shows {
    package var name: String
    package var text: String
    package var link: String?

    package init(_ name: String, _ text: String, link: String? = nil) {
        self.name = name
        self.text = text
        self.link = link
    }
}
