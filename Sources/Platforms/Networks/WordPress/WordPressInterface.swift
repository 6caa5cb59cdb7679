import Foundation

/// Where the REST interface of a website made with WordPress is (developer.wordpress.org/rest-api/using-the-rest-api/discovery).
struct WordPressInterface: Sendable {
    let site: String
    let asking: NetworkAsking

    /// As the website says in its headers, else where it usually is.
    func address() async throws -> String {
        let front = try await asking.answer(
            to: WebRequest(site + "/", .head, headers: [("Accept", "text/html")], most: 0))
        for link in front.allHeaders("link").flatMap({ $0.split(separator: ",") })
        where link.contains("https://api.w.org/") {
            guard let start = link.firstIndex(of: "<"), let end = link.firstIndex(of: ">"), start < end else {
                continue
            }
            let address = String(link[link.index(after: start)..<end])
            // what signs in goes to the server that was entered and to no other
            guard ServerAddress.isSame(address, site) else {
                throw NetworkTrouble.notThisNetwork(
                    "The website calls itself otherwise than it was entered. Enter the address that it shows")
            }
            return address
        }
        for address in [site + "/wp-json/", site + "/?rest_route=/"] {
            let answer = try await asking.answer(to: WebRequest(address, .get, most: 4 << 20))
            if answer.isSuccess,
                ReadJSON(answer.body)["namespaces"].list?.contains(where: { $0.text == "wp/v2" }) == true
            {
                return address
            }
        }
        throw NetworkTrouble.notThisNetwork("No WordPress with its REST interface answers at this address")
    }
}
