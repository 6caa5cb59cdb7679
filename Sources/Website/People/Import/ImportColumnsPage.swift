import Actions
import Governance

/// How a list is read: each column with its first values and what it holds, to be looked at and changed.
package struct ImportColumnsPage: PageContent {
    package var to: String
    package var columns: [Column]
    package var settings: [FormPage.Part]
    package var cancel: String

    package struct Column: Shows {
        package var heading: String
        /// Nil for a column that is not read.
        package var samples: String?
        package var select: SelectField
    }

    static func page(_ job: ImportJob, to link: String, cancel: String, back: Crumb, problems: [Problem] = []) -> Page {
        let trial = job.trial
        let mapping = trial?.mapping ?? ImportMapping()
        let offered = ImportField.allCases.filter { field in
            job.purpose == .people
                || [.ref, .consent, .channels, .from, .until, .withdrawnOn].contains(field) || field.channel != nil
        }
        let columns = (trial?.headings ?? []).enumerated().map { place, heading in
            let samples = (trial?.samples ?? []).compactMap { $0.indices.contains(place) ? $0[place] : nil }
                .filter { !$0.isEmpty }
            let field = mapping.columns[heading]
            return Column(
                heading: heading.isEmpty ? "(no heading)" : heading,
                samples: field == nil || samples.isEmpty ? nil : samples.joined(separator: ", "),
                select: SelectField(
                    "column-\(place + 1)", "What is in “\(heading)”?",
                    [("", "Not read")] + offered.map { ($0.rawValue, $0.title) }, chosen: field?.rawValue ?? "",
                    problems: problems))
        }
        let asks = (trial?.missing ?? []).filter { $0 != .kind }.map(\.title)
        return Page(
            asks.isEmpty ? "How the columns are read" : "Say what is in the columns", title: "Bring in the roll",
            lead: asks.isEmpty
                ? "Change what is wrong. It is remembered for the next file with these headings."
                : "Nobody can tell which column is: \(asks.joined(separator: ", ").lowercased()).",
            crumb: back, problems: problems, room: .roll,
            ImportColumnsPage(
                to: link, columns: columns, settings: settings(job, mapping, problems), cancel: cancel))
    }

    private static func settings(
        _ job: ImportJob, _ mapping: ImportMapping, _ problems: [Problem]
    ) -> [FormPage.Part] {
        var parts: [FormPage.Part] = []
        if job.purpose == .people {
            parts.append(
                .select(
                    SelectField(
                        "kind", "Who is in the list?",
                        [("", "A column says it"), ("pupil", "Pupils"), ("staff", "Staff")],
                        chosen: mapping.kind?.rawValue ?? "", problems: problems)))
        }
        parts += [
            .select(
                SelectField(
                    "days", "How are days written, such as 2/9/16?",
                    [
                        ("", "Only take what is certain"), ("day-first", "Day first: 2 September"),
                        ("month-first", "Month first: 9 February"),
                    ], chosen: mapping.days?.rawValue ?? "")),
            .choices(
                ChoiceField(
                    "serials", "Numbers in columns of days", several: true,
                    [("yes", "Read 42808 as Excel means it: 14 March 2017", nil)],
                    chosen: mapping.serials ? ["yes"] : [])),
            .text(
                TextField(
                    "headings", "Which row has the headings?", hint: "Counted without empty rows.",
                    value: mapping.headingRow.map(String.init) ?? "", short: true, problems: problems)),
        ]
        for (place, word) in (job.trial?.strangeWords ?? []).enumerated() {
            parts.append(.hidden("strange", word))
            parts.append(
                .select(
                    SelectField(
                        "word-\(place + 1)", "What does “\(word)” mean in a consent?",
                        [("", "Nobody knows: it counts as no consent")] + statuses,
                        chosen: mapping.words[word]?.rawValue ?? "")))
        }
        for (word, status) in mapping.words.sorted(by: { $0.key < $1.key }) {
            parts.append(.hidden("known", word + "=" + status.rawValue))
        }
        return parts
    }

    private static let statuses: [(String, String)] = [
        ("granted", "Yes"), ("refused", "No"), ("withdrawn", "Taken back"), ("objected", "They object"),
        ("no_objection", "Asked, and did not object"), ("not_recorded", "Nobody has answered"),
    ]

    /// The mapping that the page's form says.
    static func mapping(_ job: ImportJob, _ form: Form) -> ImportMapping {
        var mapping = job.trial?.mapping ?? ImportMapping(job.purpose)
        mapping.columns = [:]
        for (place, heading) in (job.trial?.headings ?? []).enumerated() {
            mapping.columns[heading] = ImportField(rawValue: form["column-\(place + 1)"])
        }
        mapping.kind = Person.Kind(rawValue: form["kind"])
        mapping.days = ImportMapping.DayOrder(rawValue: form["days"])
        mapping.serials = form["serials"] == "yes"
        mapping.headingRow = Int(form.trimmed("headings")) ?? mapping.headingRow
        mapping.words = [:]
        for pair in form.all("known") {
            let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
            if halves.count == 2 { mapping.words[halves[0]] = Consent.Status(rawValue: halves[1]) }
        }
        for (place, word) in form.all("strange").enumerated() {
            if let status = Consent.Status(rawValue: form["word-\(place + 1)"]) { mapping.words[word] = status }
        }
        return mapping
    }

    package static let examples = [
        Page(
            "Say what is in the columns", crumb: Crumb("People", "/harbour-view/people"),
            problems: [Problem("column-2", "Two columns are both read as Given name")], room: .roll,
            ImportColumnsPage(
                to: "/harbour-view/people/import/1/columns",
                columns: [
                    Column(
                        heading: "Adno", samples: "004512, 004513",
                        select: SelectField(
                            "column-1", "What is in “Adno”?", [("", "Not read"), ("ref", "Reference")], chosen: "ref")),
                    Column(
                        heading: "Name", samples: nil,
                        select: SelectField(
                            "column-2", "What is in “Name”?", [("", "Not read"), ("given", "Given name")],
                            problems: [Problem("column-2", "Two columns are both read as Given name")])),
                ],
                settings: [
                    .select(SelectField("kind", "Who is in the list?", [("pupil", "Pupils"), ("staff", "Staff")])),
                    .choices(ChoiceField("serials", "Numbers", several: true, [("yes", "Read 42808 as a day", nil)])),
                    .text(TextField("headings", "Which row has the headings?", value: "1", short: true)),
                    .hidden("strange", "ok"),
                ], cancel: "/harbour-view/people/import/1/cancel"))
    ]
}
