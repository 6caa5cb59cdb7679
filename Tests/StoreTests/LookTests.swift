import Dispatch
import Governance
import Store
import Testing

@Suite("A look") struct LookTests {
    @Test("finds what a change would, and cannot write") func reads() async throws {
        let scratch = try Scratch()
        let organisation = try scratch.organisation()
        let school = Identifier<School>("quay")
        try await organisation.change(by: .console) { tx in
            try tx.insert(School(id: school, slug: "quay", name: "Quay School"))
            return Recorded(Event(.schoolAdded, RecordSubject(.school, school)))
        }
        #expect(try await organisation.look(by: .console) { try $0.school(school).name } == "Quay School")
        await #expect(throws: StoreError.readOnly("The database")) {
            try await organisation.look(by: .console) { tx in
                try tx.insert(School(id: Identifier("mill"), slug: "mill", name: "Mill School"))
            }
        }
        #expect(try await organisation.look(by: .console) { try $0.schools().count } == 1)
    }

    @Test("does not wait for a change, and sees nothing of it before it is whole", .timeLimit(.minutes(20)))
    func waitsForNobody() async throws {
        let scratch = try Scratch()
        let organisation = try scratch.organisation()
        let begun = DispatchSemaphore(value: 0)
        let looked = DispatchSemaphore(value: 0)
        async let change: Void = organisation.change(by: .console) { tx in
            try tx.insert(School(id: Identifier("quay"), slug: "quay", name: "Quay School"))
            begun.signal()
            looked.wait()
            return Recorded(Event(.schoolAdded, RecordSubject(.school, Identifier<School>("quay"))))
        }
        await Task.detached { Self.wait(for: begun) }.value
        let seen = try await organisation.look(by: .console) { try $0.schools().count }
        looked.signal()
        try await change
        #expect(seen == 0)
        #expect(try await organisation.look(by: .console) { try $0.schools().count } == 1)
    }

    private static func wait(for semaphore: DispatchSemaphore) { semaphore.wait() }
}
