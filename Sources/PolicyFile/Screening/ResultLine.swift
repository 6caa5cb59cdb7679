import Governance

/// Writes results and errors of the screening contract, one line each, keys in the contract's order.
package struct ResultLine {
    private(set) var bytes: [UInt8] = []

    package static func result(id: JSONValue?, findings: [Finding]) -> [UInt8] {
        var line = ResultLine()
        line.raw("{\"id\":")
        line.id(id)
        line.raw(",\"verdict\":")
        line.text(Verdict(findings.map(\.severity).max()).rawValue)
        line.raw(",\"findings\":[")
        for (index, finding) in findings.enumerated() {
            if index > 0 { line.raw(",") }
            line.finding(finding)
        }
        line.raw("]}")
        return line.bytes
    }

    package static func error(line number: Int, id: JSONValue?, _ problem: CaseProblem) -> [UInt8] {
        var line = ResultLine()
        line.raw("{\"line\":\(number)")
        if let id {
            line.raw(",\"id\":")
            line.id(id)
        }
        line.raw(",\"error\":{\"field\":")
        line.text(problem.field)
        line.raw(",\"says\":")
        line.text(problem.says)
        line.raw("}}")
        return line.bytes
    }

    private mutating func finding(_ finding: Finding) {
        raw("{\"code\":")
        text(finding.code)
        raw(",\"severity\":")
        text(finding.severity.rawValue)
        raw(",\"clause\":")
        if let clause = finding.clause { text(clause) } else { raw("null") }
        member("source", finding.source)
        if finding.refs.count == 1 {
            member("ref", finding.refs[0])
        } else if !finding.refs.isEmpty {
            raw(",\"refs\":[")
            for (index, ref) in finding.refs.enumerated() {
                if index > 0 { raw(",") }
                text(ref)
            }
            raw("]")
        }
        if let place = finding.place { self.place(place) }
        member("rests_on", finding.basis.rawValue)
        member("says", finding.says)
        raw("}")
    }

    private mutating func place(_ place: Place) {
        raw(",\"where\":{\"field\":")
        text(place.field)
        if let from = place.from { raw(",\"from\":\(from)") }
        if let to = place.to { raw(",\"to\":\(to)") }
        raw("}")
    }

    private mutating func member(_ key: String, _ value: String?) {
        guard let value else { return }
        raw(",\"\(key)\":")
        text(value)
    }

    private mutating func id(_ id: JSONValue?) {
        switch id {
        case .string(let given): text(given)
        case .number(let given): raw(given)
        default: raw("null")
        }
    }

    private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func text(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, UInt8(scalar.value)])
            case 10: raw("\\n")
            case 13: raw("\\r")
            case 9: raw("\\t")
            // the last three are ends of lines to some readers, and a result is one line
            case 0..<32, 127, 0x85, 0x2028, 0x2029:
                let hex = String(scalar.value, radix: 16)
                raw("\\u" + String(repeating: "0", count: 4 - hex.count) + hex)
            case 32..<127: bytes.append(UInt8(scalar.value))
            default: bytes.append(contentsOf: String(scalar).utf8)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
