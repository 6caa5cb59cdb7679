import HTTPTypes

/// Where a form was sent from, by the browser's own word.
enum Origin: Equatable {
    case here, elsewhere
    /// The browser says nothing.
    case unsaid

    init(_ headers: HTTPFields, host: String?, publicAddress: String?) {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = headers[name] {
            self = site == "same-origin" ? .here : .elsewhere
            return
        }
        guard let origin = headers[.origin] else {
            self = .unsaid
            return
        }
        let address = origin.split(separator: "/").last.map(String.init)
        self = origin == publicAddress || (address != nil && address == host) ? .here : .elsewhere
    }
}
