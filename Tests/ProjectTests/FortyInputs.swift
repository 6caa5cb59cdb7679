import Foundation
import Testing

/// Forty files and forms that schools really hand in are numbered; each number stands in the name of a test, or of two.
@Suite struct FortyInputs {
    @Test func eachHasATestThatNamesItsNumber() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let files = FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil)
        var named: Set<Int> = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            for name in text.matches(of: /func input(\d\d)(?:(To|And)(\d\d))?_/) {
                guard let first = Int(name.1) else { continue }
                let last = name.3.flatMap { Int($0) } ?? first
                named.formUnion(name.2 == "And" ? [first, last] : Array(first...last))
            }
        }
        #expect(Set(1...40).subtracting(named) == [], "no test names these")
        #expect(named.subtracting(1...40) == [])
    }
}
