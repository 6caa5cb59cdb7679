import Actions
import HTTPTypes

/// What a handler answers.
package enum Reply: Sendable {
    case page(Page)
    /// Look there now (after a form has done its work).
    case see(SiteURL)
    /// The same, at an address with a query or an anchor.
    case seeLink(String)
    /// Signs in: a cookie with the session's secret, then a page.
    case signedIn(token: String, SiteURL)
    /// To an address outside, to come back in this browser alone: a cookie with the secret of this step, then the address.
    case elsewhere(String, step: String)
    /// A further step of signing in, in this browser alone.
    case step(token: String, String)
    /// The same, and its page at once, for a form that was kept meanwhile.
    case stepTo(token: String, Page)
    /// Signs in, and shows a page at once, for a form that was kept meanwhile.
    case signedInTo(token: String, Page)
    /// Goes on with set-up in this browser.
    case setUpBegun(token: String)
    /// Signs out: the cookie is taken back.
    case signedOut(SiteURL)
    /// Something that never changes under its address.
    case lasting(type: String, [UInt8])
    /// A picture that only who may see this page may see.
    case picture(type: String, [UInt8])
    /// A film, likewise, whole or in the part that was asked for.
    case film(FilmToShow)
    case plain(String, HTTPResponse.Status = .ok)
    /// A piece of a page for scripts.
    case fragment(Markup)
    case json([UInt8])
    /// RSS.
    case feed([UInt8])
    /// A file to keep.
    case download(name: String, type: String, [UInt8])
}
