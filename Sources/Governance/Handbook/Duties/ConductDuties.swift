/// Duties of the room Conduct.
let conductDuties: [Duty] = [
    Duty(
        "CON-01", .conduct, "A personal account that names the school says that its views are its owner's.",
        [
            "LLT": "Scope, 3.1, 3.9, Appendix",
            "DSAT": "7, 10",
            "PEN": "Scope, roles, personal use",
            "LINK": "5.1, 5.4",
            "DHL": "Scope, roles, personal use, Appendix",
        ]),
    Duty(
        "CON-02", .conduct, "Staff do not follow, befriend or contact pupils on personal accounts.",
        ["LLT": "3.9", "DSAT": "8.2", "PEN": "personal use", "LINK": "4.6, 4.7", "DHL": "personal use"]),
    Duty(
        "CON-03", .conduct, "Contact with parents on personal accounts keeps to the policy.",
        ["DSAT": "8.3", "LINK": "4.6"]),
    Duty(
        "CON-04", .conduct, "Personal accounts are private.",
        ["LLT": "Appendix", "DSAT": "6, 8.2, 10", "LINK": "5.5", "DHL": "Appendix"]),
    Duty(
        "CON-05", .conduct, "Conflicts of interest are avoided.",
        ["DSAT": "8.2, 8.13", "LINK": "5.2"]),
    Duty(
        "CON-06", .conduct, "Confidentiality outlives employment.",
        ["LLT": "3.4", "PEN": "behaviour", "DHL": "behaviour"]),
    Duty(
        "CON-07", .conduct, "Authority to speak for the school is granted, by whom and until when.",
        ["LINK": "4.4"]),
    Duty(
        "CON-08", .conduct, "Staff give pupils none of their personal details.",
        ["DSAT": "10", "LINK": "4.8"]),
    Duty(
        "CON-09", .conduct, "Reasonable private use at work is allowed.",
        ["LLT": "3.4, 3.9", "DSAT": "4, 8.12", "PEN": "behaviour", "LINK": "4.1", "DHL": "behaviour, personal use"]),
    Duty(
        "CON-10", .conduct, "Personal accounts stay visibly apart from the school.",
        ["LLT": "Appendix", "LINK": "5.1, 5.2", "DHL": "Appendix"]),
    Duty(
        "CON-11", .conduct, "Staff keep their own personal information private.",
        ["LLT": "Appendix", "DSAT": "10", "LINK": "5.5", "DHL": "Appendix"]),
    Duty(
        "CON-12", .conduct, "Connections are reviewed, and colleagues befriended with caution.",
        ["LLT": "Appendix", "LINK": "4.9", "DHL": "Appendix"]),
    Duty(
        "CON-13", .conduct, "Each answers for what they post, like or share, and takes it as public and lasting.",
        ["LLT": "Appendix", "DSAT": "7, 8, 8.1", "LINK": "5.3, 5.5", "DHL": "Appendix"]),
    Duty(
        "CON-14", .conduct, "What is barred on the school's accounts is barred about the school on one's own.",
        [
            "LLT": "Scope, 3.4",
            "DSAT": "1, 4, 7, 8",
            "PEN": "Scope, behaviour",
            "LINK": "1.2, 3.1, 3.3, 4.2-4.5, 4.10",
            "DHL": "Scope, behaviour",
        ]),
    Duty(
        "CON-15", .conduct, "Politics only as a private person, with no look of the school about it.",
        ["DSAT": "7, 8.11"]),
]
