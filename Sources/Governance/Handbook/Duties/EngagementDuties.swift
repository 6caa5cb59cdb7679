/// Duties of the room Engagement.
let engagementDuties: [Duty] = [
    Duty(
        "ENG-01", .engagement, "Accounts are checked often, in holidays too.",
        ["LLT": "3.3", "DSAT": "4, 12", "PEN": "monitoring", "DHL": "monitoring"]),
    Duty(
        "ENG-02", .engagement,
        "Comments, queries and complaints are answered within a day, or by the next working day.",
        ["LLT": "3.3", "PEN": "monitoring", "DHL": "monitoring"]),
    Duty(
        "ENG-03", .engagement, "Bullying and other bad behaviour on an account is met at once.",
        ["LLT": "3.3", "DSAT": "4, 12", "PEN": "monitoring", "LINK": "6.3(h)", "DHL": "monitoring"]),
    Duty(
        "ENG-04", .engagement, "Offensive comments are dealt with swiftly and carefully, and the audience is told why.",
        ["LLT": "3.6", "PEN": "handling abuse", "LINK": "6.3(h)", "DHL": "handling abuse"]),
    Duty(
        "ENG-05", .engagement, "Journalists are passed to the named role; nobody answers without authority.",
        ["LLT": "3.4", "PEN": "behaviour", "DHL": "behaviour"]),
    Duty(
        "ENG-06", .engagement, "Conversation is taken offline.",
        ["LLT": "3.10"]),
    Duty(
        "ENG-07", .engagement, "No private messages are exchanged with pupils.",
        ["LLT": "3.9, 3.10", "DSAT": "8.2", "PEN": "personal use", "LINK": "4.6, 6.3(i)", "DHL": "personal use"]),
    Duty(
        "ENG-08", .engagement,
        "A parent's bad comment: ask for its removal, invite to talk, else the complaints procedure.",
        ["LLT": "3.9", "PEN": "personal use", "DHL": "personal use"]),
    Duty(
        "ENG-09", .engagement, "A pupil's bad comment is a matter for the behaviour policy.",
        ["LLT": "3.9", "PEN": "personal use", "DHL": "personal use"]),
    Duty(
        "ENG-10", .engagement, "Staff who see something harmful do not reply themselves; they pass it on at once.",
        ["LINK": "5.8, 8.2"]),
    Duty(
        "ENG-11", .engagement, "Comments by others are answered by a defined process.",
        ["PEN": "posts about the school", "DHL": "posts about the school"]),
]
