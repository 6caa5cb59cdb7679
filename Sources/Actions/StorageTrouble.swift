import Store

/// A sentence for the person when the disk or the database as a whole is the cause; nil for any other error.
package func storageTrouble(_ error: any Error) -> String? {
    (error as? StoreError)?.says
}
