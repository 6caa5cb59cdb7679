import Governance

/// Invented names for the rolls. Many are ordinary words, many clash with each other and with staff: as in life.
package enum DemoNames {
    /// How many in ten of each tradition.
    package struct Mix: Sendable {
        let english: Int
        let southAsian: Int
        let african: Int
        let european: Int
    }

    static let english = Tradition(
        given: [
            "Jamie", "Grace", "Jack", "Max", "Rose", "Summer", "River", "Hope", "Miles", "Faith", "Frank", "April",
            "Will", "May", "Mark", "Amelia", "Oliver", "Isla", "George", "Ava", "Noah", "Ivy", "Arthur", "Florence",
            "Freddie", "Lily", "Theo", "Evie", "Archie", "Poppy", "Lucas", "Willow", "Alfie", "Elsie", "Charlie",
            "Ella", "Oscar", "Sophie", "Harry", "Matilda", "Leo", "Daisy", "Ethan", "Phoebe", "Logan", "Harriet",
            "Reuben", "Martha", "Zoë", "Chloë", "Siân", "Rhys", "Niamh", "Declan", "Anne-Marie", "Lily-Mae",
        ],
        family: [
            """
            Thornton
            """, "Field", "Day", "Long", "Little", "Read", "Power", "White", "Young", "North", "Short", "Price",
            "King", "Green", "Hope", "Ashworth", "Barker", "Bell", "Carter", "Dawson", "Ellis", "Foster", "Gibson",
            "Harding", "Hughes", "Jennings", "Kirby", "Lawson", "Marsh", "Nash", "Osborne", "Parsons", "Quinn",
            "Ridley", "Shaw", "Tate", "Underwood", "Vickers", "Walsh", "Yates", "O'Brien", "O'Neill", "ap Rhys",
            "Featherstone-Hill", "Smith-Okoro", "St John", "van der Berg", "McAllister",
        ])

    static let southAsian = Tradition(
        given: [
            "Muhammad", "Mohammed", "Aisha", "Aysha", "Fatima", "Yusuf", "Yousuf", "Zainab", "Ibrahim", "Maryam",
            "Umar", "Khadija", "Sulaiman", "Hafsa", "Ismail", "Amina", "Bilal", "Sumaya", "Hamza", "Safiya", "Priya",
            "Arjun", "Anaya", "Rohan", "Simran", "Jaspreet", "Dev", "Meera", "Zakariya", "Rahima",
        ],
        family: [
            "Khan", "Ahmed", "Ali", "Begum", "Miah", "Khatun", "Hussain", "Rahman", "Chowdhury", "Uddin", "Patel",
            "Singh", "Kaur", "Shah", "Akhtar", "Islam", "Malik", "Iqbal", "Mirza", "Sheikh",
        ])

    static let african = Tradition(
        given: [
            "Chidi", "Amara", "Kwame", "Abena", "Tunde", "Zuri", "Ifeoma", "Kofi", "Nia", "Emeka", "Folake", "Yonas",
            "Makeda", "Thabo",
        ],
        family: [
            "Okafor", "Mensah", "Adeyemi", "Okonkwo", "Boateng", "Nwosu", "Tesfaye", "Dlamini", "Balogun", "Asante",
            "Eze",
        ])

    static let european = Tradition(
        given: [
            "Zofia", "Łukasz", "Jakub", "Hanna", "Mateusz", "Oliwia", "Andrei", "Ioana", "Søren", "Inés", "João",
            "Luca", "Chiara", "Jürgen", "Katarzyna",
        ],
        family: [
            "Kowalska", "Nowak", "Wiśniewski", "Wójcik", "Popescu", "Jørgensen", "García", "Müller", "Rossi", "Silva",
            "Dąbrowski", "Ionescu",
        ])

    struct Tradition: Sendable {
        let given: [String]
        let family: [String]
    }
}

/// A small seeded generator, so that the demonstration is the same everywhere.
struct DemoChance {
    private var state: UInt64

    init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

    mutating func below(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(max(1, limit)))
    }

    mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }
}
