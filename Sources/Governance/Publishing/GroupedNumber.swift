/// `63,206`: thousands as pages and sentences write them.
package func grouped(_ number: Int) -> String {
    var digits = String(number)
    var at = digits.count - 3
    while at > (number < 0 ? 1 : 0) {
        digits.insert(",", at: digits.index(digits.startIndex, offsetBy: at))
        at -= 3
    }
    return digits
}
