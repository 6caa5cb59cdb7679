/// Where a network address lies, as IANA's registries of special addresses (RFC 6890) have it.
package enum NetworkPlace: Sendable, Equatable {
    /// Anywhere in the world.
    case outside
    /// This machine, or a network that is somebody's own: RFC 1918, 4193, 6598.
    case inside
    /// No server of anybody's: link-local, where clouds tell a machine its secrets, multicast, unspecified, reserved.
    case nowhere

    /// - Parameter bytes: four, or sixteen, as they go over the wire; of any other number it is nowhere.
    package static func of(_ bytes: some Collection<UInt8>) -> NetworkPlace {
        let bytes = Array(bytes)
        return switch bytes.count {
        case 4: versionFour(bytes)
        case 16: versionSix(bytes)
        default: .nowhere
        }
    }

    private static func versionFour(_ bytes: [UInt8]) -> NetworkPlace {
        switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
        case (0, _, _, _), (169, 254, _, _), (224..., _, _, _), (192, 0, 0, _): .nowhere
        // Azure's, which it tells machines its secrets from: in no registry
        case (168, 63, 129, 16): .nowhere
        case (10, _, _, _), (127, _, _, _), (172, 16...31, _, _), (192, 168, _, _): .inside
        case (100, 64...127, _, _), (198, 18...19, _, _): .inside
        default: .outside
        }
    }

    private static func versionSix(_ bytes: [UInt8]) -> NetworkPlace {
        if let embedded = embeddedVersionFour(bytes) { return versionFour(embedded) }
        if bytes.dropLast().allSatisfy({ $0 == 0 }) { return bytes[15] == 1 ? .inside : .nowhere }
        switch (bytes[0], bytes[1]) {
        // fd00:ec2::/32 is Amazon's, which it tells machines its secrets from
        case (0xfd, 0x00) where bytes[2] == 0x0e && bytes[3] == 0xc2: return .nowhere
        case (0xfc...0xfd, _), (0xfe, 0xc0...): return .inside
        // of local translation: RFC 8215
        case (0x00, 0x64) where bytes[2] == 0xff && bytes[3] == 0x9b: return .inside
        // the rest of the world is 2000::/3; Teredo (RFC 4380) hides whom it goes to
        case (0x20, 0x01) where bytes[2] == 0 && bytes[3] == 0: return .nowhere
        case (0x20...0x3f, _): return .outside
        default: return .nowhere
        }
    }

    /// Of addresses that stand for one of version four, that one: mapped (RFC 4291), translated (RFC 6052), 6to4 (RFC 3056).
    private static func embeddedVersionFour(_ bytes: [UInt8]) -> [UInt8]? {
        if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xff, bytes[11] == 0xff { return Array(bytes[12...]) }
        // compatible (RFC 4291), which nobody should use any more; ::1 and :: are none
        if bytes.prefix(12).allSatisfy({ $0 == 0 }), bytes[12...14] != [0, 0, 0] { return Array(bytes[12...]) }
        if bytes.prefix(12) == [0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0] { return Array(bytes[12...]) }
        if bytes.prefix(2) == [0x20, 0x02] { return Array(bytes[2..<6]) }
        return nil
    }
}
