extension Policy {
    /// The sections whose duty the product carries out by itself, in the paper's order; empty where it is silent.
    package func sections(carriedBy duty: DutyKind) -> [String] {
        unique(clauses.filter { $0.carriers.contains(.duty(duty)) }.map(\.at))
    }

    /// The sections that carry a control, by its id, in the paper's order.
    package func sections(ofControl id: String) -> [String] {
        let carrying = clauses.filter { clause in
            clause.carriers.contains { carrier in
                guard case .control(id, _, _, _) = carrier else { return false }
                return true
            }
        }
        return unique(carrying.map(\.at))
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
