import Foundation

/// What has been answered of set-up so far; kept with the installation, so that one can stop and come back.
struct SetUpAnswers: Codable {
    var name: String?
    var slug: String?
    var nation: String?
    var publicAddress: String?
    /// Whether it is a trust of several schools.
    var isTrust: Bool?
    /// The schools of a trust so far.
    var schools: [School]?
    /// A built-in policy's key, `template`, or `upload`.
    var policy: String?
    var upload: Data?

    struct School: Codable {
        var name: String
        var slug: String
    }

    init() {}

    init(_ data: Data?) {
        self = data.flatMap { try? JSONDecoder().decode(SetUpAnswers.self, from: $0) } ?? SetUpAnswers()
    }

    var hasOrganisation: Bool { name != nil && slug != nil && nation != nil }
    /// One school needs no list of schools.
    var hasSchools: Bool { isTrust != true || schools?.isEmpty == false }
    var hasPolicy: Bool { policy != nil }
}
