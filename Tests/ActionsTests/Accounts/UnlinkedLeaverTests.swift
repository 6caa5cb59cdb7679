import Foundation
import Governance
import Reading
import Testing

@testable import Actions

@Suite("A member of staff who leaves the roll and whom nobody said to be a user") struct UnlinkedLeaverTests {
    private func staff(
        _ school: AccountSchool, email: String?, given: String = "Priya"
    ) async throws -> Identifier<Person> {
        try await AddPerson(
            Person(ref: "S1", kind: .staff, given: given, family: "Nair", school: "quay", email: email)
        ).perform(in: school.organisation, by: .console)
    }

    @Test("hands over the same day where the roll has the e-mail address of a user")
    func byEmail() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        let email = try #require(try await school.organisation.database.user(school.lead)).user.email
        let person = try await staff(school, email: email)
        let user = try await RecordLeaving(person, why: "Moves away")
            .perform(in: school.organisation, by: .user(school.admin))
        #expect(user == school.lead)
        #expect(
            try await school.tasks(school.admin).contains {
                $0.kind == .handOverAccount && $0.subject.id == account.text
            })
        #expect(try await school.organisation.database.user(of: person)?.id == school.lead)
    }

    @Test("is asked about, and nothing is handed over yet, where another school's office takes them off its roll")
    func byAnotherSchool() async throws {
        let school = try await AccountSchool("LLT")
        _ = try await school.opened()
        let mill = try await school.organisation.school(slug: "mill").id
        let office = try await school.organisation.person("Olga Mill", .office, at: mill)
        let email = try #require(try await school.organisation.database.user(school.lead)).user.email
        let person = try await AddPerson(
            Person(ref: "S7", kind: .staff, given: "Some", family: "Body", school: "mill", email: email)
        ).perform(in: school.organisation, by: .user(office))
        #expect(
            try await RecordLeaving(person, why: "Made up").perform(in: school.organisation, by: .user(office)) == nil)
        #expect(try await school.organisation.database.user(of: person) == nil)
        let tasks = try await school.tasks(school.admin)
        #expect(tasks.contains { $0.kind == .findLeaversUser && $0.subject.id == person.text })
        #expect(tasks.allSatisfy { $0.kind != .handOverAccount })
    }

    @Test("hands over the same day when a list that is brought in has them no more")
    func byList() async throws {
        let school = try await AccountSchool("LLT")
        _ = try await school.opened()
        let email = try #require(try await school.organisation.database.user(school.lead)).user.email
        _ = try await staff(school, email: email)
        _ = try await school.organisation.bring(
            listHeading + "S9,staff,Nora,Page,,quay,\n", leavers: .all, isSure: true)
        #expect(try await school.tasks(school.admin).contains { $0.kind == .handOverAccount })
    }

    @Test("is asked about where only the name is that of a user: they are, and what they run is handed over")
    func byName() async throws {
        let school = try await AccountSchool("LLT")
        _ = try await school.opened()
        let name = try #require(try await school.organisation.database.user(school.lead)).user.name
        let parts = name.split(separator: " ")
        let person = try await AddPerson(
            Person(
                ref: "S1", kind: .staff, given: String(parts[0]), family: String(parts[1]).uppercased(), school: "quay")
        ).perform(in: school.organisation, by: .console)
        try await RecordLeaving(person, why: "Moves away").perform(in: school.organisation, by: .user(school.admin))
        let task = try #require(try await school.tasks(school.admin).first { $0.kind == .findLeaversUser })
        #expect(task.subject.id == person.text)
        #expect(try await school.tasks(school.admin).allSatisfy { $0.kind != .handOverAccount })
        try await LinkUser(person, to: school.lead).perform(in: school.organisation, by: .user(school.admin))
        let tasks = try await school.tasks(school.admin)
        #expect(tasks.contains { $0.kind == .handOverAccount } && tasks.allSatisfy { $0.kind != .findLeaversUser })
    }

    @Test(
        "is asked about by the family name alone where somebody of it would leave something behind, and not otherwise")
    func byFamilyName() async throws {
        let school = try await AccountSchool("LLT")
        for (number, (given, family)) in [("Priyanka", "Nair"), ("P.", "Nair-Bose"), ("Thomas", "Ashworth")]
            .enumerated()
        {
            let person = try await AddPerson(
                Person(ref: "S\(number)", kind: .staff, given: given, family: family, school: "quay")
            ).perform(in: school.organisation, by: .console)
            let isAsked = {
                try await school.tasks(school.admin).contains {
                    $0.kind == .findLeaversUser && $0.subject.id == person.text
                }
            }
            try await RecordLeaving(person, why: "Moves away")
                .perform(in: school.organisation, by: .user(school.admin))
            #expect(try await !isAsked(), "nobody called \(family) runs anything yet")
            try await RecordReturn(person).perform(in: school.organisation, by: .user(school.admin))
        }
        try await ImportAccounts(Array("Platform,Address,Lead,School\nX,@quay,Priya Nair,quay\n".utf8))
            .perform(in: school.organisation, by: .user(school.slt))
        try await RegisterGroup(
            school: school.school, name: "Quay staff", network: .facebook, address: "Ask", purpose: "News",
            everyDays: 7
        ).perform(in: school.organisation, by: .user(school.second))
        _ = try await school.organisation.bring(
            listHeading + "S9,staff,Nora,Page,,quay,\n", leavers: .all, isSure: true)
        let asked = try await school.tasks(school.admin).filter { $0.kind == .findLeaversUser }
        #expect(asked.count == 3)
        #expect(asked.contains { $0.rule.contains("Priyanka N.") && $0.rule.contains("Priya Nair, who signs in") })
    }

    @Test("or they are not, or come back, and nobody is asked any more")
    func byNameAlone() async throws {
        let school = try await AccountSchool("LLT")
        let name = try #require(try await school.organisation.database.user(school.lead)).user.name
        let parts = name.split(separator: " ")
        let person = try await AddPerson(
            Person(ref: "S1", kind: .staff, given: String(parts[0]), family: String(parts[1]), school: "quay")
        ).perform(in: school.organisation, by: .console)
        for settles in [true, false] {
            try await RecordLeaving(person, why: "Moves away").perform(
                in: school.organisation, by: .user(school.admin))
            #expect(try await school.tasks(school.admin).contains { $0.kind == .findLeaversUser })
            if settles {
                try await SayNobodySignsIn(as: person).perform(in: school.organisation, by: .user(school.admin))
                #expect(try await school.tasks(school.admin).allSatisfy { $0.kind != .findLeaversUser })
            }
            try await RecordReturn(person).perform(in: school.organisation, by: .user(school.admin))
            #expect(try await school.tasks(school.admin).allSatisfy { $0.kind != .findLeaversUser })
        }
    }

    @Test("is known from the invitation on, where the roll has their address")
    func invited() async throws {
        let school = try await AccountSchool("LLT")
        let person = try await staff(school, email: "new.head@quay.example", given: "Una")
        let user = try await InviteUser(
            name: "Una Nair", email: "new.head@quay.example", roles: [.author], school: school.school, why: "Joins"
        ).perform(in: school.organisation, by: .user(school.admin)).user
        #expect(try await school.organisation.database.user(of: person)?.id == user)
    }
}
