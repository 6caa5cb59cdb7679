import Store

/// A sentence for the person when the disk or the database as a whole is the cause; nil for any other error.
package func storageTrouble(_ error: any Error) -> String? {
    (error as? StoreError)?.says
}

/// A sentence for anyone at a page, when a full or busy disk is the cause; it names no file.
package func passingTrouble(_ error: any Error) -> String? {
    if let trouble = error as? SecretsTrouble { return trouble.saysAtAPage }
    return switch error as? StoreError {
    case .diskFull?, .busy?: storageTrouble(error)
    default: nil
    }
}
