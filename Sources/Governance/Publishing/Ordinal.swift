/// Pictures counted in words.
enum Ordinal {
    static func picture(_ index: Int) -> String {
        let words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
        return index < words.count ? "the \(words[index]) picture" : "picture \(index + 1)"
    }
}
