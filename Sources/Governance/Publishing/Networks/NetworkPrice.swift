/// What a network charges the school for what a program sends and reads there, in tenths of a US cent; what a person does
/// there costs nothing.
package struct NetworkPrice: Sendable, Equatable {
    package let post: Int
    package let withLink: Int
    /// Of each post that is looked at when one is looked for.
    package let postRead: Int
    /// Of the account itself, each day of UTC on which it is asked who it is, however often.
    package let userRead: Int
    /// The day the prices were read.
    package let asOf: String

    /// What one post costs.
    package func of(_ text: String, links: [String]) -> Int {
        let hasLink = TextPiece.pieces(of: wholeText(text, links: links)).contains { piece in
            if case .link = piece { true } else { false }
        }
        return hasLink ? withLink : post
    }

    /// What was read on one day costs.
    package func of(_ reads: NetworkReads) -> Int { (reads.users > 0 ? userRead : 0) + reads.posts * postRead }

    /// `$0.015`, `$0.20`, `$12.00`
    package static func dollars(_ tenthsOfCents: Int) -> String {
        let rest = tenthsOfCents % 1_000
        let digits = rest % 10 == 0 ? 2 : 3
        let part = String(digits == 2 ? rest / 10 : rest)
        return "$\(tenthsOfCents / 1_000)." + String(repeating: "0", count: digits - part.count) + part
    }
}

extension Network {
    /// Nil where a post costs nothing.
    package var price: NetworkPrice? {
        switch self {
        // docs.x.com/x-api/getting-started/pricing, pay per use
        case .x: NetworkPrice(post: 15, withLink: 200, postRead: 5, userRead: 10, asOf: "20 April 2026")
        default: nil
        }
    }

    /// For whoever connects an account or sets a limit.
    package var priceSentence: String? {
        price.map {
            "\(title) charges for what a program sends: \(NetworkPrice.dollars($0.post)) for a post, "
                + "\(NetworkPrice.dollars($0.withLink)) for one with a link; and for what it reads: "
                + "\(NetworkPrice.dollars($0.userRead)) for each day on which it asks whether the connection stands, "
                + "\(NetworkPrice.dollars($0.postRead)) for each post it looks at when it looks for one (as of \($0.asOf))."
        }
    }
}

extension Settings {
    /// In US dollars a month; nil: none.
    package func limit(on network: Network) -> Int? { network == .x ? xDollarsAMonth : nil }
}

/// What a program read on a network.
package struct NetworkReads: Sendable, Equatable {
    /// How often it asked who the account is.
    package var users: Int
    package var posts: Int

    package init(users: Int = 0, posts: Int = 0) {
        self.users = users
        self.posts = posts
    }
}

/// What a network has charged a school in this month, and what it may.
package struct MonthlySpending: Sendable, Equatable {
    /// In tenths of a US cent, by the prices known here.
    package let spent: Int
    /// The same; nil: no limit is set.
    package let most: Int?

    /// - Parameter dollars: the limit, nil where there is none.
    package init(spent: Int, limit dollars: Int?) {
        self.spent = spent
        most = dollars.map { $0 * 1_000 }
    }

    /// Why one more of this price does not go out; nil: it does.
    package func refusal(of cost: Int, on network: Network) -> String? {
        guard let most, spent + cost > most else { return nil }
        return "\(network.title) has charged \(NetworkPrice.dollars(spent)) this month, this one would cost "
            + "\(NetworkPrice.dollars(cost)), and the school’s limit is \(NetworkPrice.dollars(most)) a month"
    }
}
