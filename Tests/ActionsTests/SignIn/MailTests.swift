import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions
@testable import Platforms

@Suite struct MailTests {
    @Test func whatWaitsGoesOutOnceInOneMailAndOnlyItsPageSaysWhatItIs() async throws {
        let scene = try await MailScene()
        try await scene.tell("Jamie Thornton")
        try await scene.tell("Wilfred Okonjo")
        let mails = try await scene.work()
        #expect(mails.count == 1)
        #expect(mails[0].to == "ida@school.example" && mails[0].from == "chaperone@school.example")
        #expect(mails[0].subject == "2 things wait for you in Chaperone")
        #expect(mails[0].text.contains("https://chaperone.school.example/harbour-view"))
        #expect(try await scene.work().count == 1)
    }

    @Test func noMailOfAnyKindNamesWhatANoticeNames() async throws {
        let scene = try await MailScene()
        let kinds = try allNoticeKinds()
        #expect(kinds.count >= 8)
        for kind in kinds {
            try await scene.tell("Jamie Thornton of form 7A", kind: NewNotice.Kind(kind))
            scene.scratch.pass(1)
            _ = try await scene.work()
        }
        let mails = await scene.carrier.taken
        #expect(mails.count == kinds.count - 2, "only those about mail itself stay here")
        for mail in mails {
            #expect(!(mail.subject + mail.text).contains("Jamie") && !(mail.subject + mail.text).contains("Thornton"))
        }
    }

    /// Every kind of notice that the program declares.
    private func allNoticeKinds() throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let files = FileManager.default.enumerator(
            at: root.appending(path: "Sources/Governance"), includingPropertiesForKeys: nil)
        var kinds: [String] = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            for block in text.matches(of: /extension NewNotice\.Kind \{\n(.*?)\n\}/.dotMatchesNewlines()) {
                kinds += block.1.matches(of: /static let \w+ = Self\("([^"]+)"\)/).map { String($0.1) }
            }
        }
        return kinds
    }

    @Test func whatWasReadMeanwhileAndWhatNobodyWantsGoesOutNever() async throws {
        let scene = try await MailScene()
        try await scene.tell()
        try await scene.organisation.readNotices(of: scene.ida)
        #expect(try await scene.work().isEmpty)
        try await ChooseMail(MailChoice(.never)).perform(in: scene.organisation, by: scene.ida)
        try await scene.tell()
        #expect(try await scene.work().isEmpty)
        try await ChooseMail(MailChoice(.atOnce)).perform(in: scene.organisation, by: scene.ida)
        #expect(try await scene.work().isEmpty, "what was not wanted then comes late")
    }

    @Test func theDigestComesAtItsTimeAndQuietHoursHoldBackAllButSafeguarding() {
        let at = { (hour: Int, minute: Int) in
            // Saturday 21 November 2026, in London
            Date(timeIntervalSince1970: 1_795_219_200 + TimeInterval(hour * 3600 + minute * 60))
        }
        let kind = NewNotice.Kind.deputyNamed
        let safeguarding = NewNotice.Kind("incidents.reported")
        let usual = MailChoice()
        #expect(usual.goesOut(kind, sentAt: at(10, 0)) == at(10, 0))
        #expect(usual.goesOut(kind, sentAt: at(18, 59)) == at(18, 59))
        #expect(usual.goesOut(kind, sentAt: at(19, 0)) == at(31, 0))
        #expect(usual.goesOut(kind, sentAt: at(3, 0)) == at(7, 0))
        #expect(usual.goesOut(safeguarding, sentAt: at(3, 0)) == at(3, 0))
        let daily = MailChoice(.digest, digestAt: 16 * 60)
        #expect(daily.goesOut(kind, sentAt: at(10, 0)) == at(16, 0))
        #expect(daily.goesOut(kind, sentAt: at(17, 0)) == at(40, 0))
        #expect(daily.goesOut(safeguarding, sentAt: at(17, 0)) == at(17, 0))
        #expect(MailChoice(.never).goesOut(safeguarding, sentAt: at(3, 0)) == nil)
        let open = MailChoice(.atOnce, quietFrom: 0, quietUntil: 0)
        #expect(open.goesOut(kind, sentAt: at(3, 0)) == at(3, 0))
    }
}
