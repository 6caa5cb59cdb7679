/// A value of a file with where it stands. Scalars are their source text: `3.10` stays `3.10`.
struct FileNode {
    enum Content {
        /// Nothing after the colon, `~` or `null`.
        case blank
        case text(String)
        case list([FileNode])
        case fields([Field])
    }
    struct Field {
        let key: String
        let mark: FileMark
        let value: FileNode
    }
    let content: Content
    let mark: FileMark

    /// What it is, as part of a sentence.
    var kind: String {
        switch content {
        case .blank: "blank"
        case .text: "a text"
        case .list: "a list"
        case .fields: "a group of keys"
        }
    }
}
