/// Somebody's words in quotation marks: those they put round them are dropped, and those within become single ones.
func quoted(_ words: String) -> String {
    var text = Substring(words)
    let pairs: [Character: Character] = ["“": "”", "\"": "\""]
    if let first = text.first, let last = pairs[first], text.count > 1, text.last == last,
        !text.dropFirst().dropLast().contains(where: { $0 == first || $0 == last })
    {
        text = text.dropFirst().dropLast()
    }
    guard text.contains(where: { $0 == "“" || $0 == "”" }) else { return "“\(text)”" }
    return "“" + text.replacing("“", with: "‘").replacing("”", with: "’") + "”"
}
