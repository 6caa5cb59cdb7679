import Governance

/// What the page of one picture sends, read into a description.
struct PictureForm {
    let picture: DraftPicture
    let problems: [Problem]
    /// How many questions of the judgement are ticked.
    let ticked: Int
    let form: Form

    init(_ form: Form, of picture: DraftPicture, roll: Roll?) {
        self.form = form
        var described = picture
        var problems: [Problem] = []
        let refs = form.all("person").filter { roll?[$0] != nil }
        let others = form.lines("others")
        let showsOthers = form.has("strangers")
        switch form["who"] {
        case "nobody":
            described.people = []
            described.showsOthers = false
            if !refs.isEmpty { problems.append(Problem("who", "You ticked people too. Say one or the other")) }
        case "people":
            described.people = refs + others
            described.showsOthers = showsOthers
            if refs.isEmpty, others.isEmpty, !showsOthers {
                problems.append(Problem("who", "Tick everyone who can be recognised"))
            }
        default: problems.append(Problem("who", "Say who can be recognised, or that nobody can"))
        }
        described.alt = form.trimmed("alt").isEmpty ? nil : form.trimmed("alt")
        switch form["source"] {
        case "other":
            described.source = PictureSource(
                author: form.trimmed("source-author"),
                permission: form.has("source-permission") ? form["source-permission"] == "yes" : nil,
                credited: form.has("source-credited"))
            if form.trimmed("source-author").isEmpty {
                problems.append(Problem("source-author", "Say whose picture it is"))
            }
        case "own": described.origin = .own
        default:
            described.origin = nil
            problems.append(Problem("source", "Say whose \(picture.kind.word) it is"))
        }
        let home = form["home"]
        described.pupilHome = refs.contains(home) ? home : nil
        let pupils = refs.filter { roll?[$0]?.kind == .pupil }
        if form["who"] == "people", !pupils.isEmpty, home != "no", described.pupilHome == nil {
            problems.append(
                Problem(
                    "home",
                    home.isEmpty
                        ? "Say whether it shows somebody’s home" : "Say whose home it shows, of those who are in it"))
        }
        self.picture = described
        self.problems = problems
        ticked = form.has("all-true") ? PictureJudgement.questions.count : form.all("judged").count
    }

    /// The same form, of a description that is saved: what it was written over is the one of now.
    func described() -> PictureForm {
        PictureForm(Form(values: form.values.filter { $0.key != "over" }, files: [:]), as: self)
    }

    private init(_ form: Form, as other: PictureForm) {
        (self.form, picture, problems, ticked) = (form, other.picture, other.problems, other.ticked)
    }

    /// The same form with the people of another picture in it too; nobody who is ticked already is left out.
    func joined(withPeopleOf other: DraftPicture, roll: Roll?) -> PictureForm {
        let before = form["who"]
        let theirs = Self.fields(of: other, roll: roll, judged: false)
        var joined = joined(with: other, roll: roll).form
        if before.isEmpty, theirs["who"] == "nobody" {
            joined = Form(values: joined.values.merging(["who": ["nobody"]]) { $1 }, files: [:])
        }
        // what was said of the picture when this page was opened has not changed by it
        var values = joined.values
        values["over"] = form.values["over"]
        return PictureForm(Form(values: values, files: [:]), of: picture, roll: roll)
    }

    /// What was sent, together with what a colleague saved in the meantime: nobody whom either named is left out.
    func joined(with saved: DraftPicture, roll: Roll?) -> PictureForm {
        let theirs = Self.fields(of: saved, roll: roll, judged: false)
        var values = form.values
        for name in ["person", "others"] {
            let all = (form.all(name) + theirs.all(name)).filter { !$0.isEmpty }
            var seen: Set<String> = []
            values[name] = all.filter { seen.insert($0).inserted }
        }
        values["others"] = [(values["others"] ?? []).joined(separator: "\n")]
        if theirs.has("strangers") { values["strangers"] = ["on"] }
        if theirs["who"] == "people" { values["who"] = ["people"] }
        values["over"] = nil
        return PictureForm(Form(values: values, files: [:]), of: saved, roll: roll)
    }

    /// The fields of a picture as it is saved.
    static func fields(of picture: DraftPicture, roll: Roll?, judged: Bool) -> Form {
        var values: [String: [String]] = [:]
        if let people = picture.people {
            values["who"] = [people.isEmpty && !picture.showsOthers ? "nobody" : "people"]
            values["person"] = people.filter { roll?[$0] != nil }
            values["others"] = [people.filter { roll?[$0] == nil }.joined(separator: "\n")]
        }
        if picture.showsOthers { values["strangers"] = ["on"] }
        values["alt"] = picture.alt.map { [$0] }
        values["source"] = picture.origin.map { [$0.rawValue] }
        if let source = picture.source {
            values["source-author"] = [source.author]
            values["source-permission"] = source.permission.map { [$0 ? "yes" : "no"] }
            if source.credited { values["source-credited"] = ["on"] }
        }
        let saysPupils = (picture.people ?? []).contains { roll?[$0]?.kind == .pupil }
        values["home"] = picture.pupilHome.map { [$0] } ?? (saysPupils ? ["no"] : nil)
        if judged { values["judged"] = PictureJudgement.questions.indices.map(String.init) }
        return Form(values: values, files: [:])
    }
}
