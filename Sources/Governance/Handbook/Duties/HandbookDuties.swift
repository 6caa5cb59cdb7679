/// Duties of the room Handbook.
let handbookDuties: [Duty] = [
    Duty(
        "HBK-01", .handbook,
        "The policy is a controlled document: issuer, version, status, owner, approver and dates are on record.",
        ["LLT": "cover, footers", "DSAT": "cover, history", "PEN": "cover, body", "LINK": "cover", "DHL": "end"]),
    Duty(
        "HBK-02", .handbook, "The policy is reviewed on time.",
        ["LLT": "footers", "DSAT": "cover", "PEN": "-", "LINK": "cover, 2.2", "DHL": "end"]),
    Duty(
        "HBK-03", .handbook, "It is clear whom the policy binds, and how far.",
        [
            "LLT": "Scope, 3.1, 3.2, 3.4",
            "DSAT": "cover, 1, 2",
            "PEN": "Scope, new accounts, behaviour",
            "LINK": "1.3",
            "DHL": "Scope, new accounts, behaviour",
        ]),
    Duty(
        "HBK-04", .handbook, "The policy covers every platform and kind of activity, at any time and anywhere.",
        [
            "LLT": "Introduction, Scope",
            "DSAT": "1, 6, 8",
            "PEN": "introduction, Scope",
            "LINK": "1.2",
            "DHL": "introduction, Scope",
        ]),
    Duty(
        "HBK-05", .handbook, "The other documents that the policy stands with are named.",
        [
            "LLT": "Scope, 3.4, 3.8, 3.9",
            "DSAT": "2, 3, 7, 8.15",
            "PEN": "introduction, behaviour, images, personal use",
            "LINK": "3.1, 3.4, 5.5-5.7",
            "DHL": "introduction, behaviour, images, personal use",
        ]),
    Duty(
        "HBK-06", .handbook, "Everyone bound reads and understands the policy.",
        [
            "LLT": "3.1, 3.2",
            "DSAT": "3, 8",
            "PEN": "roles, new accounts",
            "LINK": "2.3, 2.4",
            "DHL": "roles, new accounts",
        ]),
    Duty(
        "HBK-07", .handbook, "Everyone bound is trained.",
        ["LLT": "3.1, 3.2", "DSAT": "3", "PEN": "roles", "LINK": "4.4", "DHL": "roles"]),
    Duty(
        "HBK-08", .handbook, "Guidance on dos, don'ts and tone is there where it is needed.",
        ["LLT": "3.7, Appendix", "DSAT": "8, 10", "PEN": "Tone", "LINK": "5", "DHL": "Tone, Appendix"]),
    Duty(
        "HBK-09", .handbook, "Questions go to a named role.",
        ["DSAT": "12", "LINK": "2.4"]),
    Duty(
        "HBK-10", .handbook, "It is clear who runs the policy and who oversees it.",
        ["LLT": "3.1", "DSAT": "5", "PEN": "roles", "LINK": "2.1-2.3", "DHL": "roles, end"]),
    Duty(
        "HBK-11", .handbook, "It is clear what is in scope, and private life outside it is respected.",
        [
            "LLT": "Scope, 3.9",
            "DSAT": "1, 4",
            "PEN": "Scope, personal use",
            "LINK": "1.2, 1.6",
            "DHL": "Scope, personal use",
        ]),
    Duty(
        "HBK-12", .handbook, "Pupils are taught and parents informed; both are welcome to post fittingly.",
        [
            "LLT": "Introduction, Scope, 3.9",
            "PEN": "introduction, Scope, personal use",
            "DHL": "introduction, Scope, personal use",
        ]),
    Duty(
        "HBK-13", .handbook, "Leaders provide training and guidance, and see that the standards are understood.",
        ["LLT": "3.1, Scope", "PEN": "roles, Scope", "LINK": "2.3", "DHL": "roles, Scope"]),
    Duty(
        "HBK-14", .handbook, "Parents who can post on a learning platform are told its acceptable use.",
        ["LLT": "3.9", "PEN": "personal use", "DHL": "personal use"]),
    Duty(
        "HBK-15", .handbook, "The policy is no part of a contract and may change at any time.",
        ["LINK": "1.5"]),
    Duty(
        "HBK-16", .handbook, "Statutory safeguarding duties are known and kept online as elsewhere.",
        ["LINK": "3.4"]),
]
