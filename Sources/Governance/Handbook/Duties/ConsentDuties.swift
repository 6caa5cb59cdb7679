/// Duties of the room Consent.
let consentDuties: [Duty] = [
    Duty(
        "IMG-01", .consent, "There is permission for every picture of a pupil.",
        ["LLT": "3.8", "DSAT": "8.4", "PEN": "images", "LINK": "6.3(e), 6.6, 7.1", "DHL": "images"]),
    Duty(
        "IMG-02", .consent, "Anyone's wish not to be pictured is respected.",
        ["LLT": "3.8", "PEN": "images", "DHL": "images"]),
    Duty(
        "IMG-03", .consent, "The list of those who must not be published, with its restrictions, is kept and known.",
        ["LLT": "3.8", "PEN": "images", "LINK": "7.2", "DHL": "images"]),
    Duty(
        "IMG-04", .consent, "Pictures of pupils go out on school-owned accounts only.",
        ["LLT": "3.8", "DSAT": "8.4", "PEN": "images", "LINK": "4.10", "DHL": "images"]),
    Duty(
        "IMG-05", .consent, "Each picture is judged: suitable dress, no ridicule, nobody on the list.",
        ["LLT": "3.8", "DSAT": "8.6", "PEN": "images", "DHL": "images"]),
    Duty(
        "IMG-06", .consent, "A compromising picture is deleted at once.",
        ["LLT": "3.8", "PEN": "images", "DHL": "images"]),
    Duty(
        "IMG-07", .consent, "A withdrawal reaches the pictures that are already out.",
        ["LLT": "3.8", "PEN": "images", "LINK": "7.2", "DHL": "images"]),
    Duty(
        "IMG-08", .consent, "Video counts as pictures do.",
        ["LLT": "3.8", "DSAT": "8.4, 8.6", "PEN": "images", "LINK": "6.3(e), 6.6, 7.1, 7.2", "DHL": "images"]),
    Duty(
        "IMG-09", .consent, "Families are asked when a pupil joins.",
        ["LLT": "3.8", "LINK": "6.6, 7.1"]),
]
