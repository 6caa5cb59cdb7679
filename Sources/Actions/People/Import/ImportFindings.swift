import Foundation
import Governance
import Store

/// What stands in the way of rows of a list, for who asks on the command line; never more than that many.
package enum ImportFindings {
    package static func first(_ most: Int, of staged: URL) throws -> [ImportDoubt] {
        try ImportStaging(opening: staged).doubts(most: most)
    }
}
