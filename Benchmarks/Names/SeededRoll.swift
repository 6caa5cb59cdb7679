import Governance

/// The same numbers in every run.
struct SeededNumbers {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }

    mutating func one(_ list: [String]) -> String { list[below(list.count)] }
}

/// 60,000 pupils of 100 schools: common first names, and surnames of which some are common and most are not.
enum SeededRoll {
    static func make(_ count: Int) -> [Person] {
        var numbers = SeededNumbers(60)
        return (0..<count).map { index in
            Person(
                ref: "p\(index)", kind: .pupil, given: given(&numbers), family: family(&numbers),
                preferred: numbers.below(10) == 0 ? numbers.one(givens) : nil,
                middle: numbers.below(2) == 0 ? numbers.one(givens) : nil, form: "7A", school: "school\(index % 100)")
        }
    }

    private static func given(_ numbers: inout SeededNumbers) -> String {
        numbers.below(4) > 0
            ? numbers.one(givens) : numbers.one(heads) + numbers.one(["ia", "en", "a", "an", "iel", "ette"])
    }

    private static func family(_ numbers: inout SeededNumbers) -> String {
        let one =
            numbers.below(3) == 0
            ? numbers.one(families) : numbers.one(heads) + numbers.one(middles) + numbers.one(tails)
        return numbers.below(12) == 0 ? one + "-" + numbers.one(families) : one
    }

    static let givens = words(
        """
        Oliver George Noah Arthur Harry Leo Muhammad Jack Charlie Oscar Jacob Henry Thomas Freddie Alfie Theo William Archie
        Joshua Alexander James Isaac Edward Lucas Max Logan Ethan Mohammed Benjamin Joseph Samuel Olivia Amelia Isla Ava Mia
        Isabella Sophia Grace Lily Freya Emily Ivy Ella Rosie Evie Florence Poppy Charlotte Willow Evelyn Hannah Aisha Fatima
        Zainab Maryam Yusuf Umar Ibrahim Hamza Bilal Zuzanna Jakub Siân Rhys Niamh Seán Zoë Chloé José Łukasz May Will Hope
        """)
    private static let families = words(
        """
        Smith Jones Taylor Williams Brown Davies Evans Wilson Thomas Roberts Johnson Lewis Walker Robinson Wood Thompson Khan
        Hussain Ahmed Begum Patel Ali Singh Kaur Miah Choudhury Murphy O'Brien O'Connor McDonald MacKenzie Field Day Long King
        Green White Hill Young Price Nowak Kowalski Okafor Adeyemi Nguyen Silva Müller Thornton
        """)
    private static let heads = words(
        """
        Ash Bram Carl Dun East Fair Gar Hart Ing Jes Kel Lang Mar Nor Os Pem Quen Rad Stan Thorn Ut Vel Wal Yar Zel Brad Crom
        """)
    private static let middles = words(
        "der bor e in ing well wick ham mer ston ley ar ol u en at or is ed om ra si ta lo")
    private static let tails = words(
        "by ford ton field man son well wood worth ley croft dale bury combe shaw land gate mond")

    private static func words(_ list: String) -> [String] {
        list.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
