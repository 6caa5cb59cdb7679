import Governance

@testable import Website

extension Expected {
    static let consent: [(route: String, who: Who)] = [
        ("GET /{organisation}/consent", .roles(listReaders)),
        ("POST /{organisation}/consent", .roles(consentReaders)),
        ("POST /{organisation}/consent/ask", .roles(consentKeepers)),
        ("GET /{organisation}/consent/consent.csv", .roles(consentReaders)),
        ("GET /{organisation}/consent/people/{person}", .roles(consentReaders)),
        ("GET /{organisation}/consent/people/{person}/answer", .roles(consentKeepers)),
        ("POST /{organisation}/consent/people/{person}/answer", .roles(consentKeepers)),
        ("POST /{organisation}/consent/people/{person}/ask", .roles(consentKeepers)),
        ("GET /{organisation}/consent/people/{person}/parents", .roles([.office, .administrator])),
        ("POST /{organisation}/consent/people/{person}/parents", .roles([.office, .administrator])),
        ("GET /{organisation}/consent/list/{school}/visitors", .roles(consentKeepers)),
        ("POST /{organisation}/consent/list/{school}/visitors", .roles(consentKeepers)),
        ("GET /{organisation}/consent/visitors/{objection}/end", .roles(consentKeepers)),
        ("POST /{organisation}/consent/visitors/{objection}/end", .roles(consentKeepers)),
        ("GET /{organisation}/consent/people/{person}/never", .roles([.headteacher, .dsl])),
        ("POST /{organisation}/consent/people/{person}/never", .roles([.headteacher, .dsl])),
        ("POST /{organisation}/consent/people/{person}/never/reason", .roles([.headteacher, .dsl])),
        ("GET /{organisation}/consent/people/{person}/pictures", .roles(consentReaders)),
        ("GET /{organisation}/consent/class", .roles(consentKeepers)),
        ("POST /{organisation}/consent/class", .roles(consentKeepers)),
        ("GET /{organisation}/consent/letters", .roles(consentKeepers)),
        ("POST /{organisation}/consent/letters", .roles(consentKeepers)),
        ("GET /{organisation}/consent/locked", .roles([.dsl])),
        ("GET /{organisation}/consent/not-let-in", .roles([.dsl, .headteacher])),
        ("POST /{organisation}/consent/not-let-in", .roles([.dsl, .headteacher])),
        ("GET /{organisation}/consent/list", .roles(listReaders)),
        ("GET /{organisation}/consent/list/{school}", .roles(listReaders)),
        ("POST /{organisation}/consent/list/{school}", .roles(listReaders)),
        ("GET /{organisation}/pictures", .anyone),
        ("POST /{organisation}/pictures", .anyone),
        ("GET /{organisation}/pictures/{token}", .anyone),
        ("POST /{organisation}/pictures/{token}", .anyone),
    ]
}
