import Foundation
import Synchronization

/// A server on this machine that says the same to whoever comes, and counts who comes.
final class LocalServer: Sendable {
    let port: Int
    private let listening: Int32
    private let counted = Mutex(0)

    /// - Parameter dripping: after what it says it goes on with a letter every fifth of a second, and never comes to an end.
    init(says: String, first: Bool = false, dripping: Bool = false) throws {
        listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listening = listening
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listening, $0, size) == 0 && listen(listening, 8) == 0 && getsockname(listening, $0, &size) == 0
            }
        }
        guard bound else { throw POSIXError(.EADDRINUSE) }
        port = Int(UInt16(bigEndian: address.sin_port))
        let thread = Thread { [self] in serve(says, first, dripping) }
        thread.start()
    }

    var visits: Int { counted.withLock { $0 } }

    private func serve(_ says: String, _ first: Bool, _ dripping: Bool) {
        while true {
            let visitor = accept(listening, nil, nil)
            guard visitor >= 0 else { return }
            counted.withLock { $0 += 1 }
            var heard = [UInt8](repeating: 0, count: 4096)
            if !first { _ = recv(visitor, &heard, heard.count, 0) }
            _ = says.utf8CString.withUnsafeBytes { send(visitor, $0.baseAddress, $0.count - 1, 0) }
            while dripping, send(visitor, "a", 1, Int32(MSG_NOSIGNAL)) == 1 { usleep(200_000) }
            close(visitor)
        }
    }

    func stop() { shutdown(listening, Int32(SHUT_RDWR)) }
}
