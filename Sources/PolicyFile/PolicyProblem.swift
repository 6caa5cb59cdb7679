/// One thing wrong with a policy file: where, what, and what to do about it.
package struct PolicyProblem: Sendable, Equatable, Codable {
    /// From 1.
    package let line: Int
    /// From 1, counted in Unicode scalars.
    package let column: Int
    /// The keys that lead to the place, for example `clauses[12].carried-by[0].with.allowed`; empty for the whole file.
    package let path: String
    package let says: String
    package let advice: String

    package init(line: Int, column: Int, path: String, says: String, advice: String) {
        self.line = line
        self.column = column
        self.path = path
        self.says = says
        self.advice = advice
    }
}

/// Why a file is no policy: at least one problem, in the order of the file.
package struct PolicyFaults: Error, Sendable, Equatable {
    package let problems: [PolicyProblem]

    init(_ problems: [PolicyProblem]) {
        self.problems = problems
    }
}

/// Where a value begins, from 1.
struct FileMark: Equatable {
    let line: Int
    let column: Int
}

/// The problems of one reading, as they are met; after the first fifty nobody reads on.
final class Problems {
    private static let most = 50
    private(set) var all: [PolicyProblem] = []

    var isFull: Bool { all.count > Self.most }

    func add(_ mark: FileMark, _ path: String = "", _ says: String, _ advice: String) {
        guard !isFull else { return }
        guard all.count < Self.most else {
            all.append(
                PolicyProblem(
                    line: mark.line, column: mark.column, path: path, says: "There are more problems from here on.",
                    advice: "Mend those above first, and check again."))
            return
        }
        all.append(PolicyProblem(line: mark.line, column: mark.column, path: path, says: says, advice: advice))
    }

    /// In the order of the file; what says that there are more comes last.
    var sorted: [PolicyProblem] {
        let inOrder = all.prefix(Self.most).enumerated().sorted { one, other in
            (one.element.line, one.element.column, one.offset) < (
                other.element.line, other.element.column, other.offset
            )
        }
        return inOrder.map(\.element) + all.dropFirst(Self.most)
    }
}
