/// Duties of the room Watch.
let watchDuties: [Duty] = [
    Duty(
        "WAT-01", .watch, "Public posts about the school are looked for.",
        ["LLT": "Scope, 3.10", "PEN": "posts about the school", "DHL": "Scope, posts about the school"]),
    Duty(
        "WAT-02", .watch, "Two named roles look, regularly within each week.",
        ["LLT": "3.10"]),
    Duty(
        "WAT-03", .watch, "Fake accounts and bad posts are reported to the network.",
        ["LLT": "3.10"]),
    Duty(
        "WAT-04", .watch, "Checks on staff's own use keep to what the policy allows.",
        ["LLT": "3.4", "DSAT": "11", "PEN": "behaviour", "LINK": "8.1", "DHL": "behaviour"]),
    Duty(
        "WAT-05", .watch, "Staff know that their use may be checked.",
        ["LLT": "3.4", "DSAT": "11", "PEN": "behaviour", "LINK": "8.1", "DHL": "behaviour"]),
]
