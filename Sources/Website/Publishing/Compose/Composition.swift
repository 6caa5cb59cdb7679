import Foundation
import Governance

/// Everything from which the page of a post is made: what was sent or saved, and what the check said of it.
struct Composition {
    /// The fields as they were typed, so that nothing typed is lost.
    var form: Form
    var draft: PostDraft
    /// The accounts the author may post to.
    var accounts: [PostingAccount]
    var checked: CheckedDraft
    var replacements: [Int: [CheckedFinding.Replacement]] = [:]
    /// What the author said of a finding, and what became of it.
    var answers: [FindingKey: String] = [:]
    /// Findings whose correction by the author waits for an approver's yes or no.
    var toConfirm: Set<FindingKey> = []
    /// Corrections that their author may still take back, by the finding they answer.
    var standingAnswers: [FindingKey: Identifier<Correction>] = [:]
    var policy: Policy?
    /// The school's own tone and guidance are among them.
    var settings = Settings()
    /// Who writes vacancies; nil where the policy leaves them to everybody.
    var vacanciesBy: [Role]? {
        policy?.namesAccountsForVacancies == true ? settings.writersOfVacancies : nil
    }
    var problems: [Problem] = []
    /// Nil for a post that was not saved yet.
    var post: String?
    var status: ComposeStatus
    var notes: [Note] = []
    var readingAge: String?
    /// Who is asked to release a hold, by its role.
    var secondOpinion: String?
    var isTimeShownTwice = false
    /// Where its links lead.
    var linkEnds: LinkEnds?
    /// How each of its accounts is connected, and whether nobody is to answer there.
    var ways: [Identifier<PostingAccount>: PlaceWay] = [:]
    /// The accounts where the post is out, so that what is written corrects it.
    var out: Set<Identifier<PostingAccount>> = []
    /// Its pictures, as the page lists them.
    var pictures: [PictureShown] = []

    /// The page's parts that change while one writes.
    func found(in visit: any Linking) -> ComposeFound {
        let text = counted + " Checked at \(When.time(visit.now))."
        var texts: [ComposeFound.CheckedText] = []
        let shared = marks(of: nil)
        if !shared.isEmpty {
            texts.append(.init(label: "As checked", runs: MarkedRun.runs(of: draft.text, marked: shared)))
        }
        for place in draft.places {
            guard let own = place.text, let account = account(place.account) else { continue }
            let marks = marks(of: place)
            guard !marks.isEmpty else { continue }
            texts.append(.init(label: "As checked for \(account.name)", runs: MarkedRun.runs(of: own, marked: marks)))
        }
        return ComposeFound(
            verdict: isBlank ? .nothingYet : VerdictBox(worst, toConfirm: confirming.count, text: text),
            policyName: policy.map { "\($0.organisation.split(separator: " (").first ?? "")’s policy" } ?? "",
            findings: lines.map { shown($0, in: visit) }, checkedTexts: texts)
    }

    /// What the check found; nothing is held against an author who wrote nothing yet.
    private var lines: [CheckedDraft.Line] { isBlank ? [] : checked.lines }

    /// Nothing was written yet, for any account.
    var isBlank: Bool {
        ([draft.text] + draft.places.compactMap(\.text)).allSatisfy { $0.allSatisfy(\.isWhitespace) }
    }

    /// What the author answered with a correction: an approver says yes or no to it.
    private var confirming: [CheckedDraft.Line] {
        lines.filter { $0.finding.severity != .warn && toConfirm.contains($0.finding.key) }
    }

    /// What still asks for something else than that yes or no.
    private var standing: [CheckedDraft.Line] {
        lines.filter { $0.finding.severity == .warn || !toConfirm.contains($0.finding.key) }
    }

    private var worst: Severity? { standing.map(\.finding.severity).max() }

    /// How many findings ask for what, in one line.
    var counted: String { ComposeFound.counted(standing.map(\.finding.severity), toConfirm: confirming.count) }

    var howItLooks: HowItLooks {
        let listed = Dictionary(
            zip(draft.pictures.map(\.picture), pictures), uniquingKeysWith: { first, _ in first })
        return HowItLooks(
            draft.places.compactMap { place in
                account(place.account).map {
                    NetworkPreview(
                        place.text ?? draft.text, links: draft.links, on: $0, way: ways[$0.id],
                        corrects: out.contains($0.id), ownText: "#own-" + place.account.text,
                        pictures: draft.pictures(at: place).compactMap { listed[$0.picture] })
                }
            })
    }

    var tooLong: [PostingAccount] {
        draft.places.compactMap { place in
            account(place.account).flatMap {
                CharacterCount(
                    place.text ?? draft.text, links: draft.links, on: $0.network, by: ways[$0.id]?.connected
                ).fits ? nil : $0
            }
        }
    }

    var send: ComposeSend {
        let blocks = standing.filter { $0.finding.severity == .block }
        let holds = standing.filter { $0.finding.severity == .hold }
        var why: [String] = []
        if !blocks.isEmpty {
            why.append("Change \(Self.listed(blocks.map { "\($0.number)" })) first, or answer what is a mistake.")
        }
        if !tooLong.isEmpty { why.append("Shorten the text for \(Self.listed(tooLong.map(\.name))).") }
        if isBlank { why.append("Write something first.") }
        if draft.places.isEmpty { why.append("Choose at least one account.") }
        if !holds.isEmpty {
            let numbers = Self.listed(holds.map { "\($0.number)" })
            let roles = Set(holds.map { ($0.finding.releasedBy ?? .slt).title }).sorted()
            why.append(
                "\(numbers) can be sent as \(holds.count == 1 ? "it is" : "they are"): for the \(Self.listed(roles)).")
        }
        if !confirming.isEmpty {
            let numbers = Self.listed(confirming.map { "\($0.number)" })
            why.append("Whoever approves it confirms your answer to \(numbers), or sends it back.")
        }
        if why.isEmpty { why.append("Someone else reads it before it goes out. Nobody approves their own.") }
        let stops = blocks.count + tooLong.count
        let dock: Tag =
            if stops > 0 {
                Tag(.block, "\(stops) to change")
            } else if !holds.isEmpty {
                Tag(.hold, "\(holds.count) to release")
            } else if isBlank {
                Tag(.quiet, "Nothing written yet", icon: .pen)
            } else if !confirming.isEmpty {
                Tag(.warn, "\(confirming.count) to confirm")
            } else if let worst {
                Tag(worst)
            } else {
                Tag(nil as Severity?)
            }
        return ComposeSend(
            ready: stops == 0 && !draft.places.isEmpty && !isBlank, why: why.joined(separator: " "), dock: dock,
            anyFindings: !lines.isEmpty)
    }

    /// The marks of the text that all places share, or of a place's own.
    func marks(of place: DraftPlace?) -> [(number: Int, severity: Severity, from: Int, to: Int)] {
        if let place { return checked.marks(for: [place.account]) }
        let sharing = Set(draft.places.filter { $0.text == nil }.map(\.account))
        let accounts = draft.places.isEmpty ? Set(checked.lines.flatMap(\.accounts)) : sharing
        return checked.marks(for: accounts)
    }

    func account(_ id: Identifier<PostingAccount>) -> PostingAccount? { accounts.first { $0.id == id } }

    private func shown(_ line: CheckedDraft.Line, in visit: any Linking) -> CheckedFinding {
        let finding = line.finding
        let base = FindingLine(finding, number: line.number, in: visit)
        let names = line.accounts.compactMap { account($0)?.name }
        let kinds = answers[finding.key] == nil ? CorrectionKind.kinds(for: finding) : []
        let passage = finding.place?.from == nil || finding.evidence.isEmpty ? nil : finding.evidence
        let picture = CheckedDraft.picture(of: line, in: draft)
        let unticked = finding.code == "image_not_judged" ? picture : nil
        return CheckedFinding(
            number: line.number, anchor: base.anchor, tone: base.tone, tag: base.tag,
            says: unticked.map { "You have not ticked what is true of \($0.picture.kind.word) \($0.number)." }
                ?? base.says,
            advice: base.advice, until: base.until, clause: base.clause, ours: base.ours, source: base.source,
            picture: picture.flatMap { toPicture($0.number, $0.picture, of: finding, in: visit) },
            only: names.count < draft.places.count && !names.isEmpty ? "For \(Self.listed(names)) only." : nil,
            later: line.number > ComposeFound.unfolded, replacements: replacements[line.number] ?? [],
            passage: passage,
            answer: kinds.isEmpty || finding.severity == .warn
                ? nil
                : AnswerForm(
                    to: finding, number: line.number, key: FindingToken.text(of: finding.key), kinds: kinds, form: form,
                    problems: problems),
            answered: answers[finding.key], takeBack: standingAnswers[finding.key]?.text)
    }

    /// To the page of a picture, saying what is put right there.
    private func toPicture(
        _ number: Int, _ picture: DraftPicture, of finding: Finding, in visit: any Linking
    ) -> HeadAction? {
        guard let post, let field = finding.place?.field else { return nil }
        let what =
            field.hasSuffix(".alt")
            ? "say what it shows"
            : field.contains(".third_party")
                ? "say whose it is"
                : picture.people == nil
                    ? "say who is in it"
                    : field.contains(".depicts")
                        ? "correct who is in it, or take it out of the post" : "look at it again"
        return HeadAction(
            "\(picture.kind.word.capitalisedFirst) \(number): \(what)",
            visit.link(.postPicture(post: .value(post), picture: .value(picture.picture.text))))
    }

    /// `1, 3 and 4`
    static func listed(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}

/// A finding's key as a form carries it.
enum FindingToken {
    static func text(of key: FindingKey) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(key)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    static func key(of text: String) -> FindingKey? {
        try? JSONDecoder().decode(FindingKey.self, from: Data(text.utf8))
    }
}
