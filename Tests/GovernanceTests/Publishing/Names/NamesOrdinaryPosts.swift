import Governance

/// Writes posts as schools do, with first names as LINK allows, and with everything that only looks like a pupil's name:
/// words that are names, calendars, streets, houses, sponsors, books, public people, staff with a title.
struct OrdinaryPosts {
    var numbers: SeededNumbers
    let givens: [String]
    let families: [String]
    /// Staff on the roll: with a title they may be named in full.
    let staff: [Person]
    /// Full names of pupils, which no visitor of these posts bears.
    let pupils: Set<String>

    init(seed: UInt64, pupils: [Person], staff: [Person]) {
        numbers = SeededNumbers(seed)
        givens = pupils.map { $0.preferred ?? $0.given }
        families = SampleRoll.families
        self.staff = staff
        self.pupils = Set(
            pupils.flatMap { pupil in
                [pupil.given, pupil.preferred ?? pupil.given].map { "\($0) \(pupil.family)" }
            })
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
        case "staffFull":
            let person = numbers.one(staff)
            return "\(person.title ?? "Mr") \(person.given) \(person.family)"
        case "visitor":
            var name = "\(numbers.one(givens)) \(numbers.one(families))"
            while pupils.contains(name) { name = "\(numbers.one(givens)) \(numbers.one(families))" }
            return "\(numbers.one(Self.titles)) \(name)"
        case "heading": return numbers.one(Self.headings)
        case "wordHeading":
            return
                "\(numbers.one(SampleRoll.wordGivens)) \(numbers.one(SampleRoll.wordFamilies)) \(numbers.one(Self.headingNouns))"
        case "wordGiven": return numbers.one(SampleRoll.wordGivens)
        case "wordFamily": return numbers.one(SampleRoll.wordFamilies)
        case "small": return numbers.one(SampleRoll.wordFamilies).lowercased()
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
    /// Title-case headings made of such words, as newsletters have.
    private static let headings = [
        "Summer Field Trip", "Summer Field Trip Letters", "May Day Fair", "Summer Reading Challenge",
        "Hope Street Festival", "Rose Garden Opening", "River Walk Day", "Spring Park Run", "Rose Park Picnic Day",
        "Will Power Workshop", "Max Power Hour Winners", "Summer Park Picnic", "River Field Study Day",
        "Holly Wood Nature Walk", "Miles Read So Far This Term", "Hunter Green Team News", "Ivy Hill Climb Results",
        "Daisy Hill Farm Visit", "Jasmine Park Visit", "Amber Cross Code", "Faith Church Visit", "Grace Church Carols",
        "Robin Wood Residential", "Mark Long Jump Places Here", "May Price List", "April Power Cut",
        "Summer Page Turners", "Heather Hill Walk", "Poppy Field Memorial", "Dawn Park Run", "Lily Stone Gallery",
        "Rose Day", "Poppy Day", "Summer Reads", "Holly Street Closed", "India Day", "Penny Bank Day",
        "Year 4 River Field Studies", "Our Summer Park Trip", "Chase Wood Camp", "Joy King’s College Choir",
        "Hope Cross Community Centre", "Summer Cook Book", "Frank Short Film Prize", "Ruby White Rose Maths Award",
    ]
    private static let headingNouns = [
        "Trip", "Day", "Week", "Competition", "Award", "Workshop", "Club News", "Fair", "Challenge", "Assembly",
        "Project",
        "Team", "House", "Cup Final", "Letters", "Photos", "Fundraiser", "Prize Draw", "Study Day",
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
        "{given} H. and {given} W. led assembly.", "{heading}\n", "{heading}\n", "{heading}: see the letter.",
        "Do not miss our {heading} on {day}.", "\n{wordHeading}\n", "Come to the {wordHeading} on {day}!",
        "\n{year} {wordHeading}\n", "We thank {visitor} for the talk.", "{wordGiven} {small} and more for sale.",
        "A good week for {wordGiven}. {wordFamily} class won.", "{given}: {wordFamily} House, {number} points.",
        "Made by {wordGiven}, {wordFamily} class.", "The {wordGiven} {wordFamily} is closed for repairs.",
        "{wordFamily} {wordGiven} and more.", "Words of the week: {wordGiven}, {wordFamily}, {wordFamily}.",
        "We visited the {wordFamily} and the {wordFamily}.",
        "{wordGiven} and {wordFamily} are words with two meanings.",
        "{given} and {staff} planted a tree.", "{given}, {given} and {staff} sang.",
        "{given} and {person} share a birthday.",
    ]
    private static let tags = [
        "#TeamWork", "#WellDone{year}", "#SummerField", "#MayDay", "#RoseHill", "#ProudHead", "#WorldBookDay",
        "#GreenPower", "#{given}",
        "#{sport}", "@{firm}", "@WhiteRoseMaths", "https://www.school.example/news/summer-field-trip-2026",
        "https://school.example/news/may-day", "https://school.example/rose-garden", "#SummerReads",
        "#GreenFlag #FieldTrip",
        "https://school.example/summer-term-dates", "https://hopestreet.example/about", "#PowerHour", "#RoseGarden",
        "#WeLoveReading",
        "https://www.bbc.co.uk/newsround/{number}6453-king-power", "#HopeStreet", "#LongJump",
        "#KeepReading #JackAndTheBeanstalk",
    ]
}
