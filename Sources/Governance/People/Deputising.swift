import Foundation

/// Who stands in for whom, from when until when.
package struct Deputising: Sendable, Equatable {
    package var id: Identifier<Deputising>
    package var absent: Identifier<User>
    package var deputy: Identifier<User>
    package var from: Date
    package var until: Date

    /// Longer absences are answered by a role, which says why.
    package static let longest: TimeInterval = 366 * 24 * 3600

    package init(
        id: Identifier<Deputising>, absent: Identifier<User>, deputy: Identifier<User>, from: Date, until: Date
    ) {
        self.id = id
        self.absent = absent
        self.deputy = deputy
        self.from = from
        self.until = until
    }
}
