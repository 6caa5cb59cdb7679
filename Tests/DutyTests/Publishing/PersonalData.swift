import Governance

/// PUB-06: each kind of personal data is found, and the school's own contact details are not.
let personalData = DutyCell.each("PUB-06", of: Paper.allCases) { paper in
    let school = try await DutySchool.under(paper)
    let section = try paper.own([
        .llt: "3.5", .dsat: "8.7", .pen: "Legal considerations", .link: "3.1(f)", .dhl: "Legal considerations",
    ])
    for (kind, text) in kinds {
        try await school.expect("personal_data_\(kind)", .block, at: section, in: school.draft(text))
    }
    let own = try await school.trial(
        school.draft("Ring 0191 498 0123, write to office@quay.example, or come to SR1 9ZZ."))
    try see(own.findings.isEmpty && own.wasApproved, "the school's own contact details are stopped")
    return Sighting(
        "telephone, e-mail, address, postcode, birth and bank are blocked; the school's own go through", at: [section])
}

private let kinds = [
    ("phone", "Ring Sam on 07700 900123."), ("email", "Write to kath.w88@mail.example today."),
    ("address", "She lives at 42 Alder Terrace now."), ("address", "She is at DH1 3LE now."),
    ("dob", "Sam was born on 3 May 2014."), ("bank", "Sort code 20-00-00, account 55779911."),
]
