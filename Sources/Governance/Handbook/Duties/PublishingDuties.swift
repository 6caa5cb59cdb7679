/// Duties of the room Publishing.
let publishingDuties: [Duty] = [
    Duty(
        "PUB-01", .publishing, "It is clear who posts; nobody is anonymous or poses as another.",
        ["LLT": "3.4, Appendix", "DSAT": "8.16", "PEN": "behaviour", "LINK": "4.3, 5.1", "DHL": "behaviour, Appendix"]),
    Duty(
        "PUB-02", .publishing, "What may be controversial is checked with a senior leader first.",
        ["LLT": "Appendix", "LINK": "5.5", "DHL": "Appendix"]),
    Duty(
        "PUB-03", .publishing, "Nobody speaks for the school without authority.",
        ["LLT": "Scope, 3.1", "DSAT": "8.8", "PEN": "Scope", "LINK": "4.4", "DHL": "Scope"]),
    Duty(
        "PUB-04", .publishing, "Pupils are not identified.",
        ["LLT": "3.5", "DSAT": "8.4, 8.5, 10", "PEN": "legal", "LINK": "6.3(f)", "DHL": "legal"]),
    Duty(
        "PUB-05", .publishing, "Copyright is kept: permission is sought and the author named.",
        ["LLT": "3.5, Appendix", "DSAT": "8.17", "PEN": "legal", "LINK": "3.1(g), 4.5", "DHL": "legal, Appendix"]),
    Duty(
        "PUB-06", .publishing, "Nobody's personal data are published.",
        [
            "LLT": "3.4, 3.5, Appendix",
            "DSAT": "8.7, 10",
            "PEN": "behaviour, legal",
            "LINK": "3.1(f), 4.8",
            "DHL": "behaviour, legal, Appendix",
        ]),
    Duty(
        "PUB-07", .publishing, "What is confidential or commercially sensitive stays inside.",
        [
            "LLT": "3.4, 3.5, Appendix",
            "DSAT": "7, 8.9",
            "PEN": "behaviour, legal",
            "LINK": "4.5",
            "DHL": "behaviour, legal, Appendix",
        ]),
    Duty(
        "PUB-08", .publishing, "Nothing false, defamatory, discriminatory, harassing or offensive is published.",
        [
            "LLT": "3.4, Appendix",
            "DSAT": "7, 8.10, 8.14, 8.15",
            "PEN": "behaviour",
            "LINK": "3.1(d), 3.1(e), 4.3, 6.3(d), 6.5",
            "DHL": "behaviour, Appendix",
        ]),
    Duty(
        "PUB-09", .publishing, "Links are suitable and safe.",
        ["LLT": "Appendix", "DSAT": "7, 8.12, 8.14, 8.17", "LINK": "6.3(g)", "DHL": "Appendix"]),
    Duty(
        "PUB-10", .publishing, "No personal gain, no affiliate links, no praise or blame of suppliers.",
        ["LLT": "3.4", "DSAT": "8.13", "PEN": "behaviour", "DHL": "behaviour"]),
    Duty(
        "PUB-11", .publishing, "No politics in the school's name.",
        ["DSAT": "7, 8.11"]),
    Duty(
        "PUB-12", .publishing, "The tone fits the audience.",
        ["LLT": "3.7, Appendix", "PEN": "Tone", "LINK": "6.3(d)", "DHL": "Tone, Appendix"]),
    Duty(
        "PUB-13", .publishing, "Internal grievances and hasty judgements of colleagues stay out.",
        ["LLT": "3.4, Appendix", "DSAT": "7, 8.10", "PEN": "behaviour", "LINK": "4.3", "DHL": "behaviour, Appendix"]),
    Duty(
        "PUB-14", .publishing, "Nobody gives references for a person on social sites.",
        ["LINK": "3.3"]),
    Duty(
        "PUB-15", .publishing, "Vacancies are prepared and posted by the school itself.",
        ["LINK": "9.1"]),
    Duty(
        "PUB-16", .publishing, "Authors keep under review what they posted.",
        ["LLT": "3.1", "DSAT": "4, 12", "PEN": "roles", "DHL": "roles"]),
    Duty(
        "PUB-17", .publishing, "Content found in breach is taken down when asked.",
        ["LINK": "10.2"]),
    Duty(
        "PUB-18", .publishing, "Teaching through a school account is thought through first.",
        ["LLT": "Scope", "LINK": "6.1-6.3", "DHL": "Scope"]),
    Duty(
        "PUB-19", .publishing, "Staff are professional and measured, and polite when they criticise.",
        [
            "LLT": "3.4, Appendix",
            "DSAT": "7",
            "PEN": "behaviour",
            "LINK": "5.3, 5.4, 6.3(d)",
            "DHL": "behaviour, Appendix",
        ]),
    Duty(
        "PUB-20", .publishing, "Nobody's rights or privacy are infringed.",
        ["LLT": "3.4", "DSAT": "8.15, 8.17", "PEN": "behaviour", "LINK": "3.1(f), 3.1(g)", "DHL": "behaviour"]),
    Duty(
        "PUB-21", .publishing, "Nothing brings the school into disrepute or harms its standing.",
        [
            "LLT": "Appendix, Scope",
            "DSAT": "7, 8.6",
            "PEN": "Scope",
            "LINK": "4.2, 6.2, 6.3(d)",
            "DHL": "Appendix, Scope",
        ]),
    Duty(
        "PUB-22", .publishing, "What children read is harmless, useful and clear to them.",
        ["PEN": "introduction"]),
]
