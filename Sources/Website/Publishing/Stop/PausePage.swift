import Governance

/// Stop everything that is planned, at a school or at all, and let it go on.
struct PausePage: PageContent {
    let pauses: [Standing]
    let anyPauses: Bool
    let pause: PauseForm?
    /// Who could, when the visitor cannot.
    let who: String?

    /// A pause that stands, with the form to end it for whoever may.
    struct Standing: Shows {
        let heading: String
        let by: String
        let reason: String
        let held: String
        let resume: ResumeForm?
        let who: String?
    }

    /// Why it goes on.
    struct ResumeForm: Shows {
        let action: String
        let school: String
        let why: TextField
    }

    /// Where, and why.
    struct PauseForm: Shows {
        let action: String
        let says: String
        let place: ChoiceField?
        /// The one place there is to choose.
        let only: String?
        let reason: TextField
    }

    package static var examples: [Page] {
        let crumb = Crumb("Calendar", "/harbour-view/calendar")
        let form = PauseForm(
            action: "/harbour-view/pause",
            says: "Three posts are planned. None of them goes out until someone resumes.",
            place: ChoiceField(
                "place", "Where?", [("s1", "Harbour View School", nil), ("all", "Every school of the trust", nil)],
                chosen: ["s1"]), only: nil,
            reason: TextField(
                "reason", "Why?", hint: "A death, a crisis, a day of mourning. Colleagues read it.", short: true))
        return [
            Page(
                "Stop everything that is planned", crumb: crumb, room: .calendar,
                PausePage(pauses: [], anyPauses: false, pause: form, who: nil)),
            Page(
                "Stop everything that is planned", crumb: crumb, room: .calendar,
                PausePage(
                    pauses: [], anyPauses: false,
                    pause: PauseForm(
                        action: "/harbour-view/pause", says: "Nothing is planned now.", place: nil, only: "s1",
                        reason: TextField("reason", "Why?", short: true)), who: nil)),
            Page(
                "Publishing is paused", crumb: crumb, room: .calendar,
                PausePage(
                    pauses: [
                        Standing(
                            heading: "Harbour View School", by: "Helen Osei, today at 09:12", reason: "A bereavement.",
                            held: "Two posts are held.",
                            resume: ResumeForm(
                                action: "/harbour-view/pause", school: "s1",
                                why: TextField("why-s1", "Why may it go on?", short: true)), who: nil),
                        Standing(
                            heading: "Every school", by: "the trust’s CEO, today at 09:30",
                            reason: "A day of mourning.",
                            held: "Nothing is held.", resume: nil, who: "The trust’s CEO resumes it."),
                    ], anyPauses: true, pause: nil,
                    who: "A senior leader, the headteacher or the trust can pause publishing.")),
        ]
    }
}
