/// Duties of the room Oversight.
let oversightDuties: [Duty] = [
    Duty(
        "OVR-01", .oversight, "The trust sees that every school complies.",
        ["LLT": "3.1", "DSAT": "cover, 1"]),
    Duty(
        "OVR-02", .oversight, "Those who answer for the policy see how it is kept.",
        ["LLT": "3.1", "DSAT": "5", "LINK": "2.1, 2.2", "DHL": "end"]),
    Duty(
        "OVR-03", .oversight, "It can be proved that the policy is kept.",
        ["LLT": "all", "DSAT": "all", "PEN": "all", "LINK": "all", "DHL": "all"]),
    Duty(
        "OVR-04", .oversight, "The working of the policy is watched, and changes that cut risk are proposed.",
        ["LINK": "2.2"]),
]
