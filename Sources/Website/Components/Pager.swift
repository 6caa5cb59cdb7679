/// The way from one page of a list to the next: `{{>pager}}`. It is a form, so that what was searched for stands in no
/// address.
package struct Pager: Shows {
    package var action: String
    package var kept: [Kept]
    package var back: Turn?
    package var on: Turn?

    /// A field of the search that goes along.
    package struct Kept: Shows {
        package var name: String
        package var value: String
    }

    package struct Turn: Shows {
        package var text: String
        package var page: Int
    }

    /// Nil when there is one page only.
    package init?(
        _ action: String, keeping fields: [String], of form: Form, page: Int, of pages: Int, _ back: String,
        _ on: String
    ) {
        guard pages > 1 else { return nil }
        self.action = action
        kept = fields.filter { !form[$0].isEmpty }.map { Kept(name: $0, value: form[$0]) }
        self.back = page > 1 ? Turn(text: back, page: page - 1) : nil
        self.on = page < pages ? Turn(text: on, page: page + 1) : nil
    }
}
