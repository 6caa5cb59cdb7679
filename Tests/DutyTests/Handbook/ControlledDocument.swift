import Governance

/// HBK-01: each paper shows its own facts, and its blanks as blanks.
let controlledDocument = DutyCell.each("HBK-01", of: Paper.allCases) { paper in
    let school = try await DutySchool.under(paper)
    let page = try await school.page("/policy")
    for (name, value) in try paper.own(facts) {
        try see(page.contains("<dt>\(name)</dt><dd>\(value)"), "\(name) is not shown as “\(value)”")
    }
    let words = Shown.words(of: page)
    for past in try paper.own(history) { try see(words.contains(past), "the history lacks “\(past)”") }
    let remarks = Shown.words(of: try await school.page("/policy/remarks"))
    for remark in try paper.own(remarked) { try see(remarks.contains(remark), "“\(remark)” is not remarked") }
    let sections = try await school.sections(naming: "HBK-01", showing: ["Document:"])
    return Sighting(try paper.own(told), at: sections)
}

private let unsaid = "The paper does not say"
private let notApproved = "Not approved: the paper gives no date"
private let notAdopted = "Not adopted: the paper gives no date"

private let facts: [Paper: [(String, String)]] = [
    .llt: [
        ("Issued by", "Lydiate Learning Trust"), ("Dated", "May 2022"), ("Author", "PHA"), ("Version", unsaid),
        ("Approved", notApproved), ("Approved by", "LLT Board"), ("Adopted", notAdopted), ("Owner", unsaid),
    ],
    .dsat: [
        ("Issued by", "Discovery Schools Academy Trust"), ("It calls itself", "mandatory"), ("Version", "2.1"),
        ("Dated", "28 May 2019"), ("Approved", "6 May 2019"), ("Approved by", "Chief Executive Officer"),
        ("Adopted", notAdopted), ("Owner", "Director of Operations"),
    ],
    .pen: [
        ("Issued by", "Pennington C of E Primary School"), ("Version", unsaid), ("Dated", unsaid),
        ("Approved", notApproved), ("Approved by", unsaid), ("Adopted", notAdopted), ("Owner", unsaid),
        ("Author", unsaid), ("Review", "None: the paper names no review"),
    ],
    .link: [
        ("Issued by", "The Link School (Sunderland)"), ("It calls itself", "draft"), ("Dated", "September 2022"),
        ("Approved", notApproved), ("Approved by", unsaid), ("Adopted", notAdopted), ("Owner", unsaid),
    ],
    .dhl: [
        ("Issued by", "Darul Hadis Latifiah"), ("Approved", "29 August 2022"), ("Approved by", unsaid),
        ("Version", unsaid), ("Dated", unsaid), ("Adopted", notAdopted), ("Owner", unsaid),
    ],
]

private let history: [Paper: [String]] = [
    .llt: [], .dsat: ["V1 Draft 15 May 2018", "V1.0 29 April 2019", "V2.0 6 May 2019", "V2.1 28 May 2019"],
    .pen: [], .link: [], .dhl: [],
]

private let remarked: [Paper: [String]] = [
    .llt: ["he paper gives no date of approval."],
    .dsat: ["Version 2.1 is dated 28 May 2019, later than its approval"],
    .pen: ["he paper gives no date of approval.", "PJS", "Federation"],
    .link: ["The paper calls itself a draft", "he paper gives no date of approval."],
    .dhl: ["the paper does not say by whom"],
]

private let told: [Paper: String] = [
    .llt: "its page shows author, board and date, and that no approval is dated",
    .dsat: "its page shows version, owner, approver and four versions; 2.1 is later than its approval",
    .pen: "its page shows every blank as a blank; the leftovers of another body are remarked",
    .link: "its page shows a draft of September 2022 that nobody approved",
    .dhl: "its page shows the day of approval, and that the paper does not say by whom",
]
