/// Duties of the room Incidents.
let incidentsDuties: [Duty] = [
    Duty(
        "INC-01", .incidents, "Anyone can report a concern, and those who know of one must.",
        [
            "LLT": "3.4, 3.6",
            "DSAT": "4, 9",
            "PEN": "behaviour, handling abuse",
            "LINK": "2.4, 4.11, 5.8, 8.2",
            "DHL": "behaviour, handling abuse",
        ]),
    Duty(
        "INC-02", .incidents, "Leaders assess first and bring in who is needed.",
        ["LLT": "3.1", "DSAT": "5", "PEN": "roles", "LINK": "2.3", "DHL": "roles"]),
    Duty(
        "INC-03", .incidents, "A matter goes to someone above its subject.",
        ["DSAT": "5"]),
    Duty(
        "INC-04", .incidents,
        "What is unacceptable is dealt with inside; what is illegal goes to the police and agencies.",
        ["LLT": "3.4", "DSAT": "1, 9", "PEN": "behaviour", "LINK": "3.4, 4.7", "DHL": "behaviour"]),
    Duty(
        "INC-05", .incidents, "What follows fits the kind of person: staff, governors, trustees.",
        [
            "LLT": "3.4, 3.9",
            "DSAT": "1, 2, 8, 9, 11",
            "PEN": "behaviour, personal use",
            "LINK": "3.2, 6.4, 7.2, 10.1, 10.2",
            "DHL": "behaviour, personal use",
        ]),
    Duty(
        "INC-06", .incidents, "Abuse by colleagues has its own route.",
        ["LLT": "3.6", "DSAT": "7, 9", "PEN": "handling abuse", "LINK": "2.4, 3.1(d), 4.3", "DHL": "handling abuse"]),
    Duty(
        "INC-07", .incidents, "Whoever is suspected helps the investigation, log-in details included.",
        ["LINK": "10.1"]),
    Duty(
        "INC-08", .incidents, "A breach may break other policies too.",
        [
            "LLT": "Scope, 3.1, 3.4",
            "DSAT": "3, 7",
            "PEN": "introduction, roles, behaviour",
            "LINK": "3.1, 6.5",
            "DHL": "introduction, roles, behaviour",
        ]),
    Duty(
        "INC-09", .incidents, "Excessive private use at work is dealt with.",
        [
            "LLT": "3.4, 3.9",
            "DSAT": "8.12, 11",
            "PEN": "behaviour, personal use",
            "LINK": "4.1",
            "DHL": "behaviour, personal use",
        ]),
    Duty(
        "INC-10", .incidents, "Leaders lead the investigation of what is reported.",
        ["LLT": "3.1", "DSAT": "5", "PEN": "roles", "LINK": "2.3, 10.1", "DHL": "roles"]),
    Duty(
        "INC-11", .incidents, "Whoever makes a mistake on a school account reports it and seeks advice.",
        ["LLT": "Appendix", "DHL": "Appendix"]),
]
