import Governance

/// Rolls of invented pupils with the names that schools have.
enum SampleRoll {
    /// A mixed roll: mostly common names, with every kind of difficulty among them.
    static func make(_ count: Int, seed: UInt64, wordy: Int = 6, besides excluded: Set<String> = []) -> [Person] {
        var numbers = SeededNumbers(seed)
        var people: [Person] = []
        while people.count < count {
            let isWordy = numbers.chance(wordy)
            let given = numbers.one(isWordy && numbers.chance(60) ? wordGivens : givens)
            var family = numbers.one(isWordy && numbers.chance(60) ? wordFamilies : families)
            if numbers.chance(8) { family += "-" + numbers.one(plainFamilies) }
            if excluded.contains("\(given) \(family)") { continue }
            let hasMiddle = numbers.chance(30)
            people.append(
                Person(
                    ref: "p\(people.count)", kind: .pupil, given: given, family: family,
                    preferred: numbers.chance(7) ? numbers.one(preferreds) : nil,
                    middle: hasMiddle ? numbers.one(middles) : nil, form: "7A"))
        }
        return people
    }

    /// Pupils whose names are all everyday words, beside a few others who bear one of their family names.
    static func words(_ count: Int, seed: UInt64) -> [Person] {
        var numbers = SeededNumbers(seed)
        var people: [Person] = []
        while people.count < count {
            let (given, family) = (numbers.one(wordGivens), numbers.one(wordFamilies))
            if given == family || setPhrases.contains("\(given) \(family)") { continue }
            people.append(Person(ref: "p\(people.count)", kind: .pupil, given: given, family: family, form: "7A"))
        }
        return people
    }

    /// Names that mean something by themselves: nobody could tell a pupil called May Day from the day.
    static let setPhrases: Set<String> = Set(
        """
        May Day, Rose Hill, Hope Street, Summer Field, Summer Day, Poppy Field, Grace Church, Rose Street, Joy Street, India Day,
        Faith Day, Poppy Day, Ivy Street, Penny Street, Hope House, June Day, Miles Long, Summer Read
        """.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") })

    static func staff(_ count: Int, seed: UInt64) -> [Person] {
        var numbers = SeededNumbers(seed)
        return (0..<count).map {
            Person(
                ref: "s\($0)", kind: .staff, given: numbers.one(givens), family: numbers.one(plainFamilies),
                title: numbers.one(["Mr", "Mrs", "Miss", "Ms", "Dr"]))
        }
    }

    static func list(_ words: String) -> [String] { words.split(whereSeparator: \.isWhitespace).map(String.init) }

    static let wordGivens = list(
        """
        Grace Jack Max Rose Summer River Hope Miles Faith Frank India April Will May Mark Robin Ruby Daisy Poppy Holly Ivy
        Lily Amber Jasmine Heather Dawn Eve Joy Penny Hunter Chase
        """)
    static let wordFamilies = list(
        """
        Field Day Long Little Read Power White Young North Short Hope Price King Green Hill Wood Brown Cook Baker Page Park
        Bell Cross Street Church Stone Rivers Banks Moody Sharp Swift
        """)
    static let givens = list(
        """
        Oliver George Noah Arthur Harry Leo Muhammad Jack Charlie Oscar Jacob Henry Thomas Freddie Alfie Theo William Archie
        Joshua Alexander James Isaac Edward Lucas Tommy Finley Max Logan Ethan Mohammed Teddy Benjamin Arlo Joseph Sebastian
        Harrison Elijah Adam Daniel Samuel Louie Mason Reuben Albie Rory Jaxon Hugo Luca Zachary Reggie Hunter Louis Dylan
        Albert David Jude Frankie Roman Ezra Toby Riley Carter Ronnie Frederick Gabriel Stanley Bobby Jesse Michael Elliot
        Grayson Mohammad Liam Jenson Ellis Harley Harvey Jayden Jake Ralph Rowan Elliott Jasper Ollie Charles Finn Felix
        Caleb Chester Jackson Hudson Leon Ibrahim Ryan Blake Alfred Oakley Matthew Luke Olivia Amelia Isla Ava Mia Isabella
        Sophia Ivy Lily Ella Freya Evie Emily Florence Charlotte Poppy Ada Willow Elsie Millie Rosie Sophie Phoebe Matilda
        Daisy Evelyn Sienna Alice Maya Isabelle Scarlett Harper Layla Luna Emilia Eva Jessica Maisie Aria Mila Bonnie Ruby
        Eliza Violet Esme Arabella Jasmine Robyn Chloe Thea Lottie Zara Bella Penelope Lola Delilah Maria Aurora Imogen
        Molly Nancy Orla Hallie Amber Lara Clara Iris Eleanor Erin Hannah Abigail Lucy Beatrice Aisha Fatima Zainab Khadija
        Maryam Yusuf Sulaiman Umar Usman Ismail Hamza Bilal Safiya Hafsa Ayaan Zakariya Idris Amina Sumaya Haroon Tariq
        Zuzanna Oliwia Kacper Jakub Łukasz Małgorzata Søren Zoë Chloë Renée José Siân Ffion Rhys Cerys Gethin Niamh Saoirse
        Caoimhe Oisín Seán Anne-Marie Mary-Jane Lily-Mae Ellie-May Jean-Luc Abdul-Rahman Tyrell Shanice Kwame Ama Chidi
        Ngozi Temitope Olumide Priya Arjun Ananya Rohan Harpreet Gurpreet Simran Wei Mei Linh Minh Thảo Dmitri Anastasia
        Ioana Andrei Mateusz Agnieszka Jorge Inês João Tomás Björn Jürgen Émilie Noémie Léa Hélène D'Andre Sha'Niya Jamie
        """)
    static let plainFamilies = list(
        """
        Smith Jones Taylor Williams Brown Davies Evans Wilson Thomas Roberts Johnson Lewis Walker Robinson Wood Thompson
        Watson Jackson Wright Hughes Edwards Turner Harris Harrison Scott Cooper Ward Morris Martin Clarke Clark Morgan
        Hussain Khan Patel Ahmed Ali Begum Hassan Rahman Choudhury Miah Shah Malik Iqbal Mahmood Akhtar Mitchell Anderson
        Allen James Kelly Phillips Campbell Parker Bennett Shaw Ellis Simpson Collins Richardson Marshall Murray Griffiths
        Butler Stevens Murphy Knight Mason Barnes Palmer Mills Fletcher Pearson Jenkins Reid Harvey Rogers Gibson Booth
        Thornton Okafor Nowak Kowalski Wiśniewska Wójcik Kamiński Lewandowska Adeyemi Okonkwo Mensah Owusu Boateng Chukwu
        Nguyen Tran Chen Wang Zhang Singh Kaur Sharma Gupta Fernandes Silva Santos Popescu Ionescu Ivanova Petrov
        Donaldson Atkinson Dixon Fairclough Ashworth Entwistle Hargreaves Sutcliffe Ramsbottom Winterbottom Featherstone
        Lindqvist Bergström Håkansson Müller Schröder Weiß Çelik Yılmaz Đorđević Nuñez García Hernández Gonçalves Brontë
        """)
    static let families =
        plainFamilies
        + list(
            """
            O'Brien O’Connor O'Neill McDonald MacKenzie McCarthy McGregor Fitzgerald D'Souza N'Diaye Al-Hassan El-Sayed
            St.John Bradford Preston Lincoln Kent Chester Holland Carter Fisher Potter Shepherd Fox Bishop Love Gill Bond
            Carr Dean Dale Grant Hunt Hart Webb Nash Frost Rose Lane Marsh Moss Lamb Crane Finch Burns Pike Cole Rowe Read Hall
            """) + [
            "van der Berg", "de la Cruz", "Ap Rhys", "Ní Bhriain", "Le Roux", "Dos Santos", "Abu Bakr", "Day Lewis",
        ]
    static let preferreds = list("Jamie Alex Sam Charlie Mo Ollie Katie Ben Joe Ellie Kit Billie Frankie Teddy Maz")
    static let middles = list(
        """
        James Rose Marie Louise Grace William Thomas Ann Elizabeth Ali Mae John Edward Hope Faith Kaur Ahmed Alexander Jane
        """)
}
