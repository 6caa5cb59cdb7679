import Foundation
import Governance
import Store

extension WriteTransaction {
    /// Its bytes are to be gone; should this program end before they are, the next look finds them.
    func erase(_ picture: Identifier<StoredPicture>, as state: StoredPicture.State) throws {
        try eraseFiles(of: picture, as: state)
        try setDue(.erasePictures, "files", at: now)
    }
}

extension Organisation {
    /// Erases what is named for erasing, now.
    func erasePictures() async throws {
        let folder = pictureFolder
        let files = try await database.keep { try $0.filesToErase() }
        guard !files.isEmpty else { return }
        for file in files { try folder.erase(file) }
        try await database.keep { try $0.erased(files) }
    }

    /// Erases what is due, looks for files that nobody knows of, and plans the next look for tomorrow.
    func tidyPictures() async throws {
        try await erasePictures()
        try await eraseForgottenPictures()
        try await database.keep { try $0.setDue(.erasePictures, "files", at: $0.now + 86_400) }
    }

    /// Erases files that no row has named for an hour: a program that ended between writing a file and its row left them.
    private func eraseForgottenPictures() async throws {
        let folder = pictureFolder
        let before = clock.now - 3_600
        for file in folder.files() where file.writtenAt < before {
            let isNamed = try await database.keep { try $0.isNamed(file.name) }
            if !isNamed { try folder.erase(file.name) }
        }
    }
}
