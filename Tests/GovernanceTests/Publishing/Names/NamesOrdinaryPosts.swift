/// Writes posts as schools do, with first names as LINK allows, and with everything that only looks like a pupil's name:
/// words that are names, calendars, streets, houses, sponsors, books, public people, staff with a title.
struct OrdinaryPosts {
    var numbers: SeededNumbers
    let givens: [String]
    let families: [String]

    init(seed: UInt64, givens: [String], families: [String]) {
        numbers = SeededNumbers(seed)
        self.givens = givens
        self.families = families
    }

    mutating func next() -> String {
        let count = 1 + numbers.below(4)
        var sentences: [String] = []
        for _ in 0..<count { sentences.append(filled(numbers.one(Self.frames))) }
        var post = sentences.joined(separator: numbers.one([" ", " ", "\n", "\n\n"]))
        if numbers.chance(30) { post += " " + filled(numbers.one(Self.tags)) }
        if numbers.chance(6) { post = post.uppercased() }
        if numbers.chance(4) { post = post.lowercased() }
        return post
    }

    private mutating func filled(_ frame: String) -> String {
        var result = ""
        var name: String?
        for character in frame {
            switch character {
            case "{": name = ""
            case "}":
                result += value(name ?? "")
                name = nil
            default:
                if name == nil { result.append(character) } else { name?.append(character) }
            }
        }
        return result
    }

    private mutating func value(_ slot: String) -> String {
        switch slot {
        case "given": return numbers.one(givens)
        case "givens":
            return [numbers.one(givens), numbers.one(givens)].joined(separator: ", ") + " and " + numbers.one(givens)
        case "lines":
            return (0..<4).map { _ in numbers.one(["⭐ ", "- ", "", ""]) + numbers.one(givens) }.joined(separator: "\n")
        case "initialled": return "\(numbers.one(givens)) \(numbers.one(families).first.map(String.init) ?? "T")."
        case "initials":
            return
                "\(numbers.one(givens).first.map(String.init) ?? "J").\(numbers.one(families).first.map(String.init) ?? "T")."
        case "staff": return "\(numbers.one(Self.titles)) \(numbers.one(families))"
        case "staffInitial":
            return "\(numbers.one(Self.titles)) \(numbers.one(["J", "A", "S.", "M."])) \(numbers.one(families))"
        case "staffFull": return "\(numbers.one(Self.titles)) \(numbers.one(givens)) \(numbers.one(families))"
        case "couple": return "Mr and Mrs \(numbers.one(families))"
        case "street": return "\(numbers.one(families)) \(numbers.one(Self.streets))"
        case "house":
            return
                "\(numbers.one(families)) \(numbers.one(["House", "Class", "Hall", "Building", "Cup", "Shield", "Trophy"]))"
        case "firm": return numbers.one(Self.firms)
        case "firmNamed":
            return
                "\(numbers.one(families)) \(numbers.one(["Solicitors", "Homes", "Foods", "Garage", "& Sons", "Bakery", "Construction", "Ltd", "Foundation"]))"
        case "person": return numbers.one(Self.people)
        case "book": return numbers.one(Self.books)
        case "sport": return numbers.one(Self.sports)
        case "month": return numbers.one(Self.months)
        case "season": return numbers.one(["Summer", "Spring", "Autumn", "Winter"])
        case "day": return numbers.one(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"])
        case "year": return "Year \(1 + numbers.below(11))"
        case "number": return String(2 + numbers.below(40))
        case "trap": return numbers.one(Self.traps)
        case "place": return numbers.one(Self.places)
        default: return slot
        }
    }

    /// Public people and books: a pupil of that name would rightly be found.
    static let namesakes = Set(people + books)

    private static let titles = [
        "Mr", "Mrs", "Miss", "Ms", "Mx", "Dr", "Mr.", "Mrs.", "Sir", "Rev", "Professor", "Imam", "Ustadh",
    ]
    private static let streets = [
        "Road", "Street", "Lane", "Avenue", "Close", "Drive", "Park", "Way", "Court", "Green", "Hill",
    ]
    private static let firms = [
        "Morrisons", "Marks and Spencer", "Greggs", "Taylor Wimpey", "Barratt Homes", "Lloyds Bank", "Harvey Nichols",
        "WHSmith",
        "Wilson Foods", "Johnson & Johnson", "Price Waterhouse", "King Power", "Young Enterprise", "White Rose",
        "Little Wandle",
        "Read Write Inc", "Power Maths", "Long Eaton Co-op", "Green Power", "Field Studies Council", "Grant Thornton",
        "Ward Hadaway",
    ]
    private static let people = [
        "David Walliams", "Julia Donaldson", "Michael Morpurgo", "Jacqueline Wilson", "Roald Dahl", "Michael Rosen",
        "Malorie Blackman",
        "Marcus Rashford", "Lewis Hamilton", "Jordan Pickford", "Kelly Holmes", "Mary Seacole", "Rosa Parks",
        "Martin Luther King",
        "Florence Nightingale", "William Shakespeare", "Charles Dickens", "Isaac Newton", "Stephen Hawking",
        "Amelia Earhart",
        "Neil Armstrong", "Tim Peake", "Emmeline Pankhurst", "Winston Churchill", "Robert Peel", "Nelson Mandela",
        "King Charles",
        "Harry Kane", "Mason Mount", "Taylor Swift", "Ed Sheeran", "Benjamin Zephaniah", "C.S. Lewis", "J.K. Rowling",
        "A. A. Milne",
        "J.R.R. Tolkien", "Philip Pullman", "Jessica Ennis-Hill", "Leah Williamson", "Bobby Robson", "Jill Scott",
        "Grace Darling",
    ]
    private static let books = [
        "Will Grayson", "The Lion, the Witch and the Wardrobe", "Charlotte’s Web", "Tom’s Midnight Garden",
        "Oliver Twist", "Jane Eyre",
        "Emma", "Matilda", "Alice in Wonderland", "Harry Potter", "Anne of Green Gables", "Little Women", "Holes",
        "Wonder",
        "The Secret Garden", "Charlie and the Chocolate Factory", "James and the Giant Peach",
        "Danny the Champion of the World",
    ]
    private static let sports = [
        "football", "netball", "hockey", "cross country", "rounders", "tag rugby", "cricket", "swimming",
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "September", "October", "November",
    ]
    private static let places = [
        "Rose Hill", "Hope Street", "King Street", "Preston", "Bradford", "Lincoln Castle", "Chester Zoo", "Kent",
        "Green Park",
        "Robin Hood’s Bay", "Beamish", "Grace Road", "Summer Fields", "White Cross", "Hall Lane", "Mill Hill",
        "Frost Lane",
    ]
    private static let traps = [
        "Grace will read to us.", "Please mark the field.", "May Day is a bank holiday.", "Will you help?",
        "Summer Field trip letters are out.",
        "The April Long weekend is near.", "It was a long day for Jack. Field trips start soon.",
        "Will Power Maths help?",
        "Hope you had a good rest.", "We hope, pray and grow.", "Miles of smiles today.", "Max power was 40 watts.",
        "The rose will grow.",
        "Faith, hope and love.", "We read Little Red Riding Hood.", "The long jump was won by red team.",
        "Jack and the Beanstalk is our panto.",
        "Frank words from the head.", "India is our topic; June Price lists follow.", "May we thank you all.",
        "Mark Day One in your diary.",
        "River walks on Sunday.", "Short stories by Year 6.", "Young Carers meet at noon.",
        "White Ribbon Day is on Monday.",
        "Summer Reading Challenge begins.", "North Field is closed.", "Power cut in the hall: sorry.",
        "King Charles wrote to us.",
        "The price is £3.", "Green Day for the planet.", "A Little Princess opens tonight.",
        "In May Field Studies begin.",
        "Jack Long jumps are easy to spell.", "Max. Price £5.", "Ruby, Daisy and Poppy class.",
        "Hill walking with Faith group.",
        "Will Young Voices sing?", "Rose Day, Poppy Day and Daisy chains.", "Amber weather warning: North East.",
        "Holly Cross stitch kits £2.",
        "Robin Hood and his Merry Men.", "April showers bring May flowers.", "Penny Lane was sung by the choir.",
        "Hunter, gatherer, farmer.",
        "Chase the sun, Swift readers!", "Dawn Church service at 6.", "Joy King’s College carols on the radio.",
        "Miles Long queue for cakes!",
    ]
    private static let frames = [
        "Well done to {given} for a super effort.", "Congratulations to {givens} on their certificates!", "{trap}",
        "{trap}", "{trap}",
        "Thank you to {staff} and {staff} for leading the trip.", "Our stars of the week are {givens}.",
        "Star readers:\n{lines}\n",
        "{staff} will run {sport} club on {day}.", "Please welcome {staffFull}, our new teacher.",
        "Thanks, {staffInitial}!",
        "{year} enjoyed their trip to {place}.", "{year} visited {place} in {month}.",
        "The bus leaves from {street} at {number} past nine.",
        "{house} won the {sport} cup.", "Points this week: {house} {number}, {house} {number}.",
        "With thanks to {firm} for their support.",
        "Sponsored by {firmNamed}.", "{person} is our author of the month.", "We have been learning about {person}.",
        "{year} read {book} this term.", "A visit from {person} made our {day}.",
        "{season} term starts on {day} {number} {month}.",
        "{month} half term: school is closed.", "{season} fair on {day}: cakes, games and {sport}.",
        "{initialled} scored twice in the {sport} match.",
        "{given} and {given} made a bridge from straws.", "{given} said: “I loved it.”",
        "A lovely poem by {given}, {year}.",
        "Man of the match: {given}!", "{initials} was our player of the day.",
        "Parents’ evening is on {day} {number} {month}.",
        "{sport} fixtures: {year} v {street} Primary.", "Match report: we won {number} to {number}.",
        "Road works on {street} may delay you.",
        "{couple} kindly gave us seeds for the garden.", "{given}’s model of a volcano was brilliant.",
        "Can you help at the {season} fete? See {staff}.",
        "Our hall is named after {person}.", "Happy birthday to {given}, {given} and {given}!",
        "{given}, {year}, loves {sport}.",
        "The {firmNamed} team came to talk about careers.", "Big thanks to {given}’s mum for the cakes.",
        "Headteacher {staffFull} writes:",
        "Our {year} {sport} team beat {place} {number}-{number}.", "Join {staff}’s class for {sport} at {place}.",
        "Goals from {given} ({number}) and {given}.", "Long day, little sleep, great fun in {place}!",
        "{given} will read; {given} may sing.",
        "Mark the day: {day} {number} {month}.", "We hope {season} brings good rest.",
        "Young writers: {given}, {given}, {given}.",
        "King of the mountain: {given}! Long may it last.", "Come to {place} with {staff} on {day}.",
        "{person} once said: read, read, read.",
        "Governors {staffFull} and {staffFull} visited {year}.", "Nursery enjoyed the park, the field and the river.",
        "{given} H. and {given} W. led assembly.",
    ]
    private static let tags = [
        "#TeamWork", "#WellDone{year}", "#SummerField", "#MayDay", "#RoseHill", "#ProudHead", "#WorldBookDay",
        "#GreenPower", "#{given}",
        "#{sport}", "@{firm}", "@WhiteRoseMaths", "https://www.school.example/news/summer-field-trip-2026",
        "#WeLoveReading",
        "https://www.bbc.co.uk/newsround/{number}6453-king-power", "#HopeStreet", "#LongJump",
        "#KeepReading #JackAndTheBeanstalk",
    ]
}
