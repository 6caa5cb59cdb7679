import Dispatch
import Foundation
import Governance
import Synchronization

/// The addresses that a name stands for, judged: a connection is made to one of these and to no other, so that the name
/// cannot stand for another by then.
struct NameLookup: Sendable {
    let inside: InsideServers

    /// Looking a name up holds a thread for as long as it takes, and what people write into posts names servers of anybody:
    /// they are looked up apart, so that slow ones keep nothing else waiting.
    enum Line: Sendable {
        case own, links
    }
    var line = Line.own

    private static let own = NameThreads(16)
    private static let links = NameThreads(8)

    /// Written as numbers, in the order in which they are to be tried. Throws `.insideNetwork` where one of them may not
    /// be gone to, `.unreachable` where there is none.
    func addresses(of host: String) async throws(WebTrouble) -> [String] {
        let found = await inLine { Self.found(host) }
        guard !found.isEmpty else { throw .unreachable }
        let mayBeInside = inside.contains(host)
        guard found.allSatisfy({ Connecting.isAllowed(to: $0.bytes, mayBeInside: mayBeInside) }) else {
            throw .insideNetwork(host)
        }
        return found.map(\.text)
    }

    /// In its line, unless whoever asks has gone before its turn came.
    func inLine<Found: Sendable>(_ look: @escaping @Sendable () -> [Found]) async -> [Found] {
        let wanted = Wanted()
        let threads = line == .links ? Self.links : Self.own
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                threads.add { continuation.resume(returning: wanted.isWanted ? look() : []) }
            }
        } onCancel: {
            wanted.end()
        }
    }

    private static func found(_ host: String) -> [(bytes: [UInt8], text: String)] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var found: [(bytes: [UInt8], text: String)] = []
        var next = list
        while let entry = next {
            if let bytes = bytes(of: entry.pointee.ai_addr), let text = text(bytes) { found.append((bytes, text)) }
            next = entry.pointee.ai_next
        }
        return found
    }

    /// Of an address of version four or six; nil for any other.
    static func bytes(of address: UnsafePointer<sockaddr>?) -> [UInt8]? {
        guard let address else { return nil }
        let raw = UnsafeRawPointer(address)
        switch Int32(address.pointee.sa_family) {
        case AF_INET: return withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in.self).sin_addr) { Array($0) }
        case AF_INET6: return withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr) { Array($0) }
        default: return nil
        }
    }

    private static func text(_ bytes: [UInt8]) -> String? {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return nil }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// So many threads of their own, which take what waits in its order. The queues of Dispatch and Foundation share few threads
/// among all of them, which a handful of names can hold.
private final class NameThreads: Sendable {
    private let waiting = Mutex<[@Sendable () -> Void]>([])
    private let count = DispatchSemaphore(value: 0)

    init(_ width: Int) {
        for _ in 0..<width {
            let thread = Thread { [self] in
                while true {
                    count.wait()
                    waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }?()
                }
            }
            thread.name = "names"
            thread.start()
        }
    }

    func add(_ work: @escaping @Sendable () -> Void) {
        waiting.withLock { $0.append(work) }
        count.signal()
    }
}

/// Whether somebody still waits for a name.
private final class Wanted: Sendable {
    private let wanted = Mutex(true)
    var isWanted: Bool { wanted.withLock(\.self) }
    func end() { wanted.withLock { $0 = false } }
}
