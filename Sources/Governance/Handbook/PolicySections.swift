extension Policy {
    /// The sections whose duty the product carries out by itself, in the paper's order; empty where it is silent.
    package func sections(carriedBy duty: DutyKind) -> [String] {
        unique(clauses.filter { $0.carriers.contains(.duty(duty)) }.map(\.at))
    }

    /// The sections that name a row of the table of duties, for example `PUB-04`, in the paper's order.
    package func sections(naming duty: String) -> [String] {
        unique(clauses.filter { $0.duties.contains(duty) }.map(\.at))
    }

    private func unique(_ sections: [String]) -> [String] {
        var seen: Set<String> = []
        return sections.filter { seen.insert($0).inserted }
    }
}
