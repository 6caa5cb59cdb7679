import Foundation

/// What has been answered of set-up so far; kept with the installation, so that one can stop and come back.
struct SetUpAnswers: Codable {
    var name: String?
    var slug: String?
    var nation: String?
    var publicAddress: String?
    /// A built-in policy's key, `template`, or `upload`.
    var policy: String?
    var upload: Data?

    init() {}

    init(_ data: Data?) {
        self = data.flatMap { try? JSONDecoder().decode(SetUpAnswers.self, from: $0) } ?? SetUpAnswers()
    }

    var hasOrganisation: Bool { name != nil && slug != nil && nation != nil }
    var hasPolicy: Bool { policy != nil }
}
