/// Why a server elsewhere gave no answer.
package enum WebTrouble: Error, Equatable {
    /// Nothing was asked: there is no server of this name, or it takes no connection.
    case unreachable
    /// No address that may be asked: it must begin with https://.
    case unsafeAddress
    /// The host is inside the network, and nobody allowed it at the machine.
    case insideNetwork(String)
    /// It may have been asked, and the answer is lost: it came too late or broke off, or nobody waited for it any more.
    case lost
}
