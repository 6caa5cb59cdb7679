import Foundation
import Governance

/// The servers inside the network to which whoever looks after the machine lets Chaperone go. Every other must be outside:
/// settings that are entered on the website may not be a way into what only this machine reaches.
package struct InsideServers: Sendable {
    private let names: Set<String>

    /// - Parameter names: host names or addresses, as they are entered in the settings.
    package init(_ names: some Sequence<String> = []) { self.names = Set(names.map(Self.folded)) }

    func contains(_ host: String) -> Bool { names.contains(Self.folded(host)) }

    /// For the person whose settings name it.
    package static func refusal(of host: String) -> String {
        "\(host) is inside the network that this program’s machine is in, and it does not go there. If that is right, ask "
            + "whoever looks after the machine to allow it: --allow-inside \(host)"
    }

    private static func folded(_ name: String) -> String {
        name.trimmingCharacters(in: CharacterSet(charactersIn: "[]. \t\n")).lowercased()
    }
}

/// Whether a connection may be made. Asked for the address itself at the moment of connecting, not for a name.
enum Connecting {
    /// - Parameter bytes: of the address: four or sixteen.
    static func isAllowed(to bytes: some Collection<UInt8>, mayBeInside: Bool) -> Bool {
        switch NetworkPlace.of(bytes) {
        case .outside: true
        case .inside: mayBeInside
        case .nowhere: false
        }
    }
}
