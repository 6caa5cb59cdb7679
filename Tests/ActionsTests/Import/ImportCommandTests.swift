import Actions
import Foundation
import Governance
import Reading
import StartedPrograms
import Testing

/// `chaperone people import` as a person at the machine runs it.
@Suite
struct ImportCommandTests {
    /// - Returns: the exit status, all that was said, and the most memory it held, in megabytes.
    private func run(_ arguments: [String]) throws -> (status: Int32, said: String, megabytes: Int) {
        let child = try StartedProgram(program, arguments)
        try child.input.close()
        var most = 0
        while child.isRunning {
            let status = (try? String(contentsOfFile: "/proc/\(child.identifier)/status", encoding: .utf8)) ?? ""
            if let peak = status.firstMatch(of: /VmHWM:\s+([0-9]+)/).flatMap({ Int($0.1) }) { most = max(most, peak) }
            Thread.sleep(forTimeInterval: 0.02)
        }
        let said = String(decoding: try child.output.readToEnd() ?? Data(), as: UTF8.self)
        guard case .status(let status) = child.ended() else { throw POSIXError(.ECHILD) }
        return (status, said, most / 1024)
    }

    @Test func itSaysWhatWouldChangeAndSavesOnlyWhenTold() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let list = scratch.folder.appendingPathComponent("pupils.csv")
        try Data("Adno,Forename,Surname,Reg Group,Religion\n1,Jo,Field,7A,x\n2,Max,,7A,x\n".utf8).write(to: list)
        let common = ["people", "import", "--data", scratch.folder.path, "--organisation", "harbour-view"]
        let dry = try run(common + ["--school", "quay", list.path])
        #expect(dry.status == 0, "\(dry.said)")
        #expect(dry.said.contains("1 new") && dry.said.contains("line 3, Surname"))
        #expect(dry.said.contains("Not read: Religion") && dry.said.contains("Nothing is saved"))
        #expect(try await organisation.database.rollEntries().isEmpty)
        #expect(try run(common + ["--school", "quay", "--apply", list.path]).said.contains("The file is brought in."))
        #expect(try await organisation.onRoll("1")?.form == "7A")
        #expect(try run(common + ["--school", "quay", "--apply", list.path]).said.contains("Nothing had to change."))
        #expect(try run(common + ["/no/such/list.csv"]).status == 1)
    }

    @Test func input35_memoryStaysFlatOverTwoHundredThousandRows() async throws {
        let scratch = try Scratch()
        _ = try await scratch.organisation()
        let list = scratch.folder.appendingPathComponent("pupils.csv")
        var text = Data(listHeading.utf8)
        for number in 0..<200_000 { text.append(contentsOf: "P\(number),pupil,Jo,Field\(number),7A,quay,yes\n".utf8) }
        try text.write(to: list)
        let done = try run(["people", "import", "--data", scratch.folder.path, "--apply", list.path])
        #expect(done.status == 0 && done.said.contains("200000 new"), "\(done.said)")
        #expect(done.megabytes < 300, "\(done.megabytes) MB")
    }
}
