import Foundation

/// What a piece of a page needs of a visit: where its links lead, and when it is.
package protocol Linking: Sendable {
    var now: Date { get }
    func link(_ url: SiteURL) -> String
}

extension Visit: Linking {}
