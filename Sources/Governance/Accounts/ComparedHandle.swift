extension AccountHandle {
    /// Whether an account that a network names is the one that the register has.
    package enum Comparison: Sendable, Equatable {
        case same, other
        /// Nothing that the network says can be set beside what the register says.
        case unknown
    }

    /// - Parameters:
    ///   - registered: as somebody entered it in the register.
    ///   - names: the handle, the address and the number by which the network knows the account, as far as it says them.
    package static func compare(_ registered: String, with names: [String], on network: Network) -> Comparison {
        let known = AccountHandle(registered, on: network)
        let found = names.map { AccountHandle($0, on: network) }.filter { !$0.text.isEmpty }
        // such as “our page”, which is no handle
        guard !known.text.isEmpty, !known.text.contains(where: \.isWhitespace) else { return .unknown }
        switch network {
        case .facebook, .linkedin:
            // a number is never in the place of a name: both may be one page
            let number = number(in: known.text, on: network)
            let numbers = found.compactMap { Self.number(in: $0.text, on: network) }
            if let number, numbers.contains(number) { return .same }
            let plain = { (handle: AccountHandle) in
                network == .facebook ? handle.text.filter { $0 != "." } : handle.text
            }
            let words = found.filter { !isNumber($0.text) && Self.number(in: $0.text, on: network) == nil }.map(plain)
            if words.contains(plain(known)) { return .same }
            if number != nil { return numbers.isEmpty ? .unknown : .other }
            return words.isEmpty ? .unknown : .other
        case .mastodon:
            guard known.text.contains("@") else {
                // without its server; the address of a server alone is no account
                guard !known.text.contains(".") else { return .unknown }
                let locals = found.map { String($0.text.prefix { $0 != "@" }) }
                return locals.isEmpty ? .unknown : locals.contains(known.text) ? .same : .other
            }
            return found.isEmpty ? .unknown : found.contains(known) ? .same : .other
        case .bluesky where !known.text.contains(".") && !known.text.hasPrefix("did:"):
            // as most people say a name of the network's own server
            let whole = known.text + ".bsky.social"
            return found.isEmpty ? .unknown : found.contains { $0.text == whole } ? .same : .other
        default: return found.isEmpty ? .unknown : found.contains(known) ? .same : .other
        }
    }

    /// Of a page: the whole handle, what follows `id=`, or what ends a name as in `Quay-School-1001234567`.
    private static func number(in text: String, on network: Network) -> String? {
        if isNumber(text) { return text }
        guard network == .facebook else { return nil }
        if let start = text.firstRange(of: "id=")?.upperBound {
            let number = String(text[start...].prefix { $0.isASCII && $0.isNumber })
            return number.isEmpty ? nil : number
        }
        let last = text.split(separator: "-").last.map(String.init) ?? ""
        return text.contains("-") && isNumber(last) && last.count >= 8 ? last : nil
    }

    private static func isNumber(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
    }
}
