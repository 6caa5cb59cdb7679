import Actions
import Foundation
import Governance
import Store
import Testing

@Suite("Backups of pictures") struct PictureBackupTests {
    @Test("come back with the key for secrets; one that was destroyed is gone with the next backup") func back()
        async throws
    {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let kept = try await room.add(to: post)
        let gone = try await room.add("boat.png", to: post)
        let folder = room.scratch.folder.appending(path: "backups")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let monday = folder.appending(path: "monday.sqlite")
        _ = try await BackUp(to: monday).perform(in: room.organisation, by: .console)
        #expect(files(in: folder) == 6)
        try await DestroyPicture(post: post, picture: gone).perform(in: room.organisation, by: .user(room.author))
        let tuesday = folder.appending(path: "tuesday.sqlite")
        _ = try await BackUp(to: tuesday).perform(in: room.organisation, by: .console)
        #expect(files(in: folder) == 3)

        let elsewhere = try Scratch()
        try FileManager.default.copyItem(
            at: room.scratch.folder.appending(path: "secrets.key"),
            to: elsewhere.folder.appending(path: "secrets.key"))
        let restored = try await Restore(from: tuesday).perform(in: elsewhere.installation())
        #expect(restored.lost == [])
        let again = try await elsewhere.installation().organisation(restored.slug)
        let (_, bytes) = try await SeePicture(post: post, picture: kept, size: .post).perform(in: again)
        #expect(bytes.starts(with: [0xFF, 0xD8, 0xFF]))

        // what is sealed away is neither copied nor erased
        let other = try await room.add("sail.webp", to: post)
        try await SealPictureAway(post: post, picture: kept).perform(in: room.organisation, by: .user(room.author))
        let wednesday = folder.appending(path: "wednesday.sqlite")
        _ = try await BackUp(to: wednesday).perform(in: room.organisation, by: .console)
        #expect(files(in: folder) == 6)
        try await SealPictureAway(post: post, picture: other).perform(in: room.organisation, by: .user(room.author))

        // of Monday's, what was destroyed since is missing, and that is said
        let older = try await Restore(from: monday).perform(in: Scratch().installation())
        #expect(older.lost.count == 1 && older.lost[0].hasPrefix("3 files of pictures"))
    }

    private func files(in folder: URL) -> Int {
        PictureFolder(folder.appending(path: "harbour-view.pictures")).files().count
    }
}
