import Foundation
import Governance
import Pictures
import Platforms
import Store
import Synchronization

/// One Chaperone on one machine: its organisations, and what all of them share.
package final class Installation: Sendable {
    package let database: InstallationDatabase
    package let clock: Clock
    package let randomness: Randomness
    /// Seals what must be read again; its key is in no database.
    package let secrets: SecretsKey
    let passwords: PasswordHashing
    /// Asks sign-in providers.
    let web: any WebClient
    /// Follows the links of posts: it is let into no network of ours, whatever else is; nil: none is followed.
    let outside: (any WebClient)?
    let providerBooks = ProviderBooks()
    /// Joins accounts to their networks.
    let networks: any NetworkConnector
    /// Hands mail over.
    let mail: any MailCarrier
    /// How many uploads come in at once.
    package let uploads = UploadTurns()
    /// Prepares pictures.
    let pictures: PictureTurns
    let policies = PolicyCache()
    let doors = DoorCache(publishingControls, ours: publishingOurs + recordedOurs)
    let accountDoors = DoorCache(accountControls, ours: accountOurs)
    let imports = ImportTurns()
    /// Imports that are being tried or confirmed now.
    package let importDesk = ImportDesk()
    /// When each organisation next has something due, as far as this run of the program knows.
    package let dueBoard = DueBoard()
    /// That this run of the program lives; made when it first takes work for a network.
    private let mark = Mutex<RunMark?>(nil)
    /// What the last look at its health said, and when.
    let healthSeen = Mutex<(at: ContinuousClock.Instant, health: InstallationHealth)?>(nil)
    private let open: OpenOrganisations

    /// - Parameter secretsKey: the file of the key for secrets; nil looks at the usual places.
    /// - Parameter passwordRounds: the cost of scrypt; lower it only for tests and demonstrations.
    /// - Parameter outside: what follows the links of posts, allowed to no inside server; nil: none is followed.
    /// - Parameter networks: nil: the real ones, asked as other servers are.
    package init(
        data: URL, clock: Clock = .system, randomness: Randomness = .system, secretsKey: String? = nil,
        passwordRounds: Int = PasswordHashing.rounds, mostOpen: Int = 24, web: any WebClient = HTTPWebClient(),
        outside: (any WebClient)? = nil, mail: any MailCarrier = SMTPCarrier(),
        pictures: PictureProgram = PictureProgram(), networks: (any NetworkConnector)? = nil
    ) throws {
        let database = try InstallationDatabase(data: data, clock: clock)
        self.database = database
        self.clock = clock
        self.randomness = randomness
        secrets = SecretsKey(Self.placeOfSecrets(data: data, named: secretsKey)) { try database.holdsSealed() }
        passwords = PasswordHashing(rounds: passwordRounds)
        self.web = web
        self.outside = outside
        self.mail = mail
        self.pictures = PictureTurns(pictures)
        self.networks = networks ?? RealNetworks(web: web, clock: { clock.now })
        open = OpenOrganisations(most: mostOpen) { slug in
            try OrganisationDatabase(folder: database.folder(of: slug), clock: clock, randomness: randomness)
        }
    }

    /// By which other runs can tell that this one lives.
    func runMark() throws -> RunMark {
        try mark.withLock { mark in
            if let mark { return mark }
            let made = try RunMark(data: database.data, randomness: randomness)
            mark = made
            return made
        }
    }

    /// Whether somebody has been at an organisation lately, so that something may have changed there.
    package func isOpen(_ slug: String) -> Bool { open.kept(slug) != nil }

    /// The organisations of this machine, by name.
    package func organisations() async throws -> [ListedOrganisation] {
        try await database.organisations()
    }

    /// The organisation at this address; throws `.notFound` when there is none. One that is open is on the list: none is
    /// ever taken off it while the program runs.
    package func organisation(_ slug: String) async throws -> Organisation {
        if let database = open.kept(slug) { return Organisation(slug: slug, database: database, installation: self) }
        guard try await database.isListed(slug) else { throw ActionError.notFound }
        return Organisation(slug: slug, database: try open[slug], installation: self)
    }
}

/// One organisation at work: what every action is performed in.
package struct Organisation: Sendable {
    package let slug: String
    /// For the Reading layer, whose queries are its members.
    package let database: OrganisationDatabase
    package let installation: Installation

    package var clock: Clock { installation.clock }

    /// Shorthand for actions: one change, with its events.
    @discardableResult
    func change<Value: Sendable>(
        by actor: Actor, _ body: @escaping @Sendable (WriteTransaction) throws -> Recorded<Value>
    ) async throws -> Value {
        try await database.change(by: actor, body)
    }

    /// Shorthand for actions: a look, by what a change would find; it keeps nobody waiting, and writes nothing.
    @discardableResult
    func look<Value: Sendable>(
        by actor: Actor, _ body: @escaping @Sendable (WriteTransaction) throws -> Value
    ) async throws -> Value {
        try await database.look(by: actor, body)
    }
}
