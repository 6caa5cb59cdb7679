/// The drawings of the product, each a template of its own in `Icons`.
package enum Icon: String, Sendable, CaseIterable, Showable {
    case accounts
    case advice
    case approve
    case back
    case ban
    case bell
    case calendar
    case cameraOff = "camera-off"
    case check
    case clock
    case consent
    case copy
    case download
    case draft
    case eye
    case eyeOff = "eye-off"
    case fact
    case flag
    case globe
    case hand
    case history
    case hold
    case home
    case image
    case inbox
    case incident
    case key
    case link
    case lock
    case mail
    case menu
    case next
    case notyet
    case ours
    case out
    case pause
    case pen
    case people
    case plus
    case policy
    case posts
    case print
    case report
    case `return`
    case route
    case rule
    case search
    case send
    case setting
    case shield
    case silent
    case speech
    case step
    case stop
    case tick
    case told
    case trash
    case upload

    /// The name of its template, for `{{>*icon}}`.
    package var template: String { "icon/" + rawValue }

    package var shown: Shown { .template(template) }
}
