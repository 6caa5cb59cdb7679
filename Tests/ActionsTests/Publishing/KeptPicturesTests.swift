import Foundation
import Governance
import Pictures
import Platforms
import Reading
import Store
import Synchronization
import Testing

@testable import Actions

/// A network that keeps what it is sent.
private final class KeepingNetwork: NetworkConnector, NetworkConnection {
    private let kept = Mutex<[OutgoingPost]>([])
    private let capabilities: Capabilities
    var posts: [OutgoingPost] { kept.withLock { $0 } }

    init(_ capabilities: Capabilities) { self.capabilities = capabilities }

    func connection(with settings: ConnectionSettings, keep: @escaping KeepSecret) throws -> any NetworkConnection {
        self
    }
    func signIn(to network: Network, at server: String, userName: String) throws -> any NetworkSignIn {
        throw NetworkTrouble.unreachable
    }
    func server(of network: Network) -> String? { nil }
    func check() async throws -> ConnectionReport { ConnectionReport(identity: "@quay", capabilities: capabilities) }

    func publish(_ post: OutgoingPost, lastMoment: LastMoment) async throws -> Published {
        kept.withLock { $0.append(post) }
        return Published(id: "1", address: "https://photos.example/1")
    }

    func find(_ post: OutgoingPost) async throws -> Published? { nil }
    func edit(_ id: String, to post: OutgoingPost, lastMoment: LastMoment) async throws {}
    func takeDown(_ id: String) async throws {}
}

@Suite("What of a picture goes out") struct KeptPicturesTests {
    @Test("has nothing in it that its file said: no position, no owner, no second picture") func clean() async throws {
        let (sent, _) = try await sent(["quay.jpg", "regatta.mov"], Capabilities(film: FilmLimits()))
        let pictures = try #require(sent.first).pictures
        #expect(pictures.map(\.mediaType) == ["image/jpeg", "video/mp4"])
        #expect(pictures.map { [$0.width, $0.height] } == [[480, 640], [96, 160]])
        for picture in pictures {
            for word in ["Pilchard", "QX99817", "Exif", "50.1526", "ISO6709", "GPS"] {
                #expect(picture.bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(picture.mediaType)")
            }
        }
        let jpeg = pictures[0].bytes
        #expect(jpeg.range(of: Data([0xFF, 0xD8, 0xFF]), in: 3..<jpeg.count) == nil, "a second picture is in it")
    }

    @Test("is no larger than the server takes, in bytes and in pixels") func scaled() async throws {
        let limits = PostLimits(pictureBytes: 6_000, picturePixels: 30_000)
        let (sent, _) = try await sent(["quay.jpg"], Capabilities(limits: limits))
        let picture = try #require(sent.first?.pictures.first)
        #expect(picture.bytes.count <= 6_000 && picture.width * picture.height <= 30_000)
        #expect(picture.width < picture.height && picture.width > 100, "\(picture.width) by \(picture.height)")
        let (whole, _) = try await self.sent(
            ["quay.jpg"], Capabilities(limits: PostLimits(pictureBytes: 2_000_000, picturePixels: 16_000_000)))
        #expect(whole.first?.pictures.first?.width == 480, "it fits, and is not touched")
    }

    @Test("goes out whole, on a white ground, where the network takes none of its shape") func ground() async throws {
        let stated = try #require(Network.instagram.stated?.limits.pictureShape)
        var shape = stated
        var (sent, _) = try await sent(["quay.jpg"], Capabilities(limits: PostLimits(pictureShape: shape)))
        var picture = try #require(sent.first?.pictures.first)
        #expect((picture.width, picture.height) == (512, 640), "taller than 4:5, so it has room at its sides")
        shape.mostWidth = 320
        (sent, _) = try await self.sent(["quay.jpg"], Capabilities(limits: PostLimits(pictureShape: shape)))
        picture = try #require(sent.first?.pictures.first)
        #expect((picture.width, picture.height) == (320, 320), "and no wider or narrower than the network takes")
        #expect(shape.fits(width: picture.width, height: picture.height))
        shape = stated
        shape.narrowest = .init(3, to: 4)
        (sent, _) = try await self.sent(["quay.jpg"], Capabilities(limits: PostLimits(pictureShape: shape)))
        picture = try #require(sent.first?.pictures.first)
        #expect((picture.width, picture.height) == (480, 640), "it fits, and is not touched")
    }

    @Test("stays with a person where the network takes no films") func noFilms() async throws {
        for (capabilities, words) in [
            (Capabilities(), "A film cannot be sent to Facebook by the program"),
            (Capabilities(film: FilmLimits(bytes: 1_000)), "no film as large as this one"),
        ] {
            let (sent, trouble) = try await sent(["regatta.mov"], capabilities)
            #expect(sent.isEmpty)
            #expect(trouble?.contains(words) == true, "\(trouble ?? "nothing is said")")
        }
    }

    @Test("stays with a person, who reads why, where the machine cannot prepare it") func noProgram() async throws {
        let (sent, trouble) = try await sent(
            ["quay.jpg"], Capabilities(limits: PostLimits(pictureBytes: 6_000, picturePixels: 30_000)),
            decoder: PictureProgram(path: "/nowhere/chaperone-pictures"))
        #expect(sent.isEmpty)
        #expect(trouble?.contains("chaperone-pictures is not there") == true, "\(trouble ?? "nothing is said")")
    }

    /// What went out of a post with these files, and what is said of one that did not.
    /// - Parameter decoder: what the program has when it sends; nil: what took the files.
    private func sent(
        _ names: [String], _ capabilities: Capabilities, decoder: PictureProgram? = nil
    ) async throws -> ([OutgoingPost], String?) {
        let network = KeepingNetwork(capabilities)
        let room = try await PostRoom(networks: network)
        let known = Connection(
            account: room.facebook, server: "https://photos.example", userName: "", identity: "@quay",
            capabilities: capabilities, connectedBy: room.slt, connectedAt: room.now, checkedAt: room.now)
        let secret = try room.organisation.seal(ConnectionSecret(token: "t"), of: room.facebook)
        let account = room.facebook
        try await room.organisation.change(by: .console) { tx in
            try tx.write(known, secret: secret)
            return Recorded(Event(.accountConnected, RecordSubject(.account, account)))
        }
        let post = try await room.start(room.draft("The regatta is on Friday."))
        var pictures: Set<Identifier<StoredPicture>> = []
        for name in names {
            let picture = try await room.add(name, to: post)
            try await room.describe(picture, of: post)
            pictures.insert(picture)
        }
        try await room.send(post)
        _ = try await ApprovePost(post: post, revision: 1, judged: pictures)
            .perform(in: room.organisation, by: .user(room.moderator))
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        var sender = room.organisation
        if let decoder {
            sender = try await Installation(
                data: room.scratch.folder, clock: room.scratch.clock, passwordRounds: 1 << 4, pictures: decoder,
                networks: network
            ).organisation(room.organisation.slug)
        }
        try await SendPost().perform(in: sender)
        let left = try await room.database.timeline(of: RecordSubject(.post, post)).last { $0.kind == .leftToAPerson }
        return (network.posts, left?.content?.why)
    }
}

@Suite("A decoder that is killed") struct KilledDecoderTests {
    @Test("once is begun again unseen; each time loses nothing, blames no file, and the same picture is taken later")
    func killed() async throws {
        let scratch = try Scratch()
        let mark = scratch.folder.appending(path: "killed").path
        let everyTime = scratch.folder.appending(path: "every-time").path
        let script = scratch.folder.appending(path: "decoder")
        let real = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: ".build/debug/chaperone-pictures").path
        // with the mark, a picture ends its decoder in the middle of reading it
        let text = """
            #!/bin/sh
            if [ -e \(mark) ]; then
                [ -e \(everyTime) ] || /bin/rm \(mark)
                /usr/bin/head -c 5000 >/dev/null
                kill -9 $$
            fi
            exec \(real)

            """
        try text.write(to: script, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
        let installation = try Installation(
            data: scratch.folder, clock: scratch.clock, passwordRounds: 1 << 4,
            pictures: PictureProgram(path: script.path))
        let organisation = try await scratch.plan().performFromConsole(in: installation)
        let school = try #require(try await organisation.database.schools().first).id
        let author = try await organisation.person("Priya Nair", .author, at: school)
        let post = try await StartPost(school: school, content: PostDraft(text: "The regatta"))
            .perform(in: organisation, by: .user(author))
        let add = {
            try await AddPicture(post: post, bytes: pictureFile("quay.jpg")).perform(
                in: organisation, by: .user(author))
        }
        _ = try await add()
        for path in [mark, everyTime] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        do {
            _ = try await add()
            Issue.record("It was taken without a decoder")
        } catch ActionError.conflict(let says) {
            #expect(says.contains("Send it again; nothing is lost") && !says.contains("cut off"), "\(says)")
        }
        let folder = PictureFolder(beside: organisation.database)
        #expect(folder.files().count == 3)
        #expect(try await organisation.database.postStory(post)?.pictures.count == 1)
        try FileManager.default.removeItem(atPath: everyTime)
        _ = try await add()
        #expect(!FileManager.default.fileExists(atPath: mark), "no decoder was killed")
        #expect(folder.files().count == 6)
        #expect(try await organisation.database.postStory(post)?.draft.content.pictures.count == 2)
    }
}

/// Holds uploads up until it is opened.
private final class Gate: Sendable {
    let isOpen = Mutex(false)
    let begun = Mutex(0)
}

@Suite("Uploads and turns") struct UploadTurnsTests {
    @Test("one person sends three at once, and no more; when one is done the next may") func ofOne() async throws {
        let turns = UploadTurns()
        let me = Identifier<User>("me")
        let gate = Gate()
        let sending = (1...3).map { _ in
            Task {
                try await turns.take("trust", Identifier("quay"), me) {
                    gate.begun.withLock { $0 += 1 }
                    while !gate.isOpen.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(2)) }
                }
            }
        }
        while gate.begun.withLock({ $0 }) < 3 { try await Task.sleep(for: .milliseconds(2)) }
        let error = await #expect(throws: ActionError.self) { try await turns.take("trust", Identifier("quay"), me) {} }
        guard case .conflict(let says)? = error else { return #expect(Bool(false), "no sentence") }
        #expect(says.contains("Try again in a moment"))
        try await turns.take("trust", Identifier("quay"), Identifier("another")) {}
        try await turns.take("other", Identifier("quay"), me) {}
        gate.isOpen.withLock { $0 = true }
        for task in sending { try await task.value }
        try await turns.take("trust", Identifier("quay"), me) {}
    }

    @Test("an organisation that brings many pictures holds up none that brings one") func turns() async throws {
        let desk = PictureTurns(pictureProgram)
        let bytes = try pictureFile("boat.png")
        let done = Mutex<[String]>([])
        try await withThrowingTaskGroup(of: Void.self) { group in
            let add = { @Sendable (organisation: String) in
                _ = try await desk.prepare(BroughtFile(bytes), of: organisation) { _ in }
                done.withLock { $0.append(organisation) }
            }
            for _ in 1...8 { group.addTask { try await add("many") } }
            while done.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(2)) }
            group.addTask { try await add("one") }
            try await group.waitForAll()
        }
        let order = done.withLock { $0 }
        let place = try #require(order.firstIndex(of: "one"))
        #expect(place <= 5, "it waited for \(place) of the other")
    }
}
