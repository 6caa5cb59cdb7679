import Governance

/// Where each of the papers that ask for a yes has its rules on pictures.
private let optIn: [Paper: String] = [.llt: "3.8", .pen: "Use of images", .dhl: "Use of images"]

private let granted = ["status": "granted"]
private let objected = ["status": "objected"]
private let ended = ["status": "granted", "until": "2026-11-01"]

/// IMG-01: nothing on record means what the paper says it means.
let permission =
    DutyCell.each("IMG-01", of: [.llt, .pen, .dhl]) { paper in
        let section = try paper.own(optIn)
        try ScreenedCase().expect("image_no_consent", at: section, under: paper)
        try ScreenedCase(consent: granted).expectClear(under: paper)
        return Sighting("nothing on record: blocked; a yes on record: clear", at: [section])
    }
    + DutyCell.each("IMG-01", of: [.dsat]) { paper in
        for consent in [nil, granted] {
            try ScreenedCase(consent: consent).expect("pupil_identified", at: "8.4", under: paper)
        }
        return Sighting("blocked with nothing on record, and with a yes as well", at: ["8.4"])
    }
    + DutyCell.each("IMG-01", of: [.link]) { paper in
        try ScreenedCase().expectClear(under: paper)
        try ScreenedCase(consent: ended).expect("image_expired", at: "6.3(e)", under: paper)
        try ScreenedCase(consent: objected).expect("image_objection", at: "7.2", under: paper)
        return Sighting("nothing on record: clear; a yes that ran out, or a no, blocked", at: ["6.3(e)"])
    }

/// IMG-02: an adult's no stops a picture as a pupil's does.
let objections =
    DutyCell.each("IMG-02", of: [.llt, .pen, .dhl]) { paper in
        let section = try paper.own(optIn)
        for person in ["staff", "pupil"] {
            try ScreenedCase(person: person, consent: objected).expect("image_objection", at: section, under: paper)
        }
        try ScreenedCase(person: "staff").expectClear(under: paper)
        return Sighting("a no is kept, an adult's as a pupil's", at: [section])
    }
    + DutyCell.silent("IMG-02", in: [.dsat, .link]) { paper in
        try ScreenedCase(person: "staff", consent: objected).expectClear(under: paper)
        return Sighting("an adult's no is not asked for by the paper")
    }

/// IMG-04: a pupil's picture on a personal account is blocked, whatever the consent.
let schoolAccountsOnly = DutyCell.each("IMG-04", of: Paper.allCases) { paper in
    let section = try paper.own(optIn.merging([.dsat: "8.4", .link: "4.10"]) { one, _ in one })
    for consent in [nil, granted, objected] {
        try ScreenedCase(capacity: "personal_account", consent: consent)
            .expect("image_personal_account", at: section, under: paper)
    }
    return Sighting("on a personal account it is blocked, with a yes too", at: [section])
}

/// IMG-08: a film is judged as a picture is.
let films = DutyCell.each("IMG-08", of: Paper.allCases) { paper in
    for capacity in ["school_account", "personal_account"] {
        for consent in [nil, granted, objected, ended] {
            let photo = try ScreenedCase(capacity: capacity, consent: consent).answer(under: paper)
            let film = try ScreenedCase(capacity: capacity, kind: "video", consent: consent).answer(under: paper)
            try see(photo == film, "a film is judged otherwise than a picture: \(film.findings)")
        }
    }
    let film = try ScreenedCase(kind: "video", consent: objected).answer(under: paper)
    try see(film.verdict == "block", "a film against somebody's wish goes out")
    return Sighting("every answer is the picture's own, and a no stops it", at: film.findings.compactMap(\.clause))
}
