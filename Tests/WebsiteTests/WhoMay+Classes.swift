import Governance

@testable import Website

extension Expected {
    static let classes: [(route: String, who: Who)] = [
        ("GET /{organisation}/people/classes", .roles(rollReaders)),
        ("POST /{organisation}/people/classes", .roles(rollReaders)),
        ("GET /{organisation}/people/classes/{class}", .roles(rollReaders)),
        ("GET /{organisation}/people/parents", .roles(rollReaders)),
        ("POST /{organisation}/people/parents", .roles(rollReaders)),
    ]
}
