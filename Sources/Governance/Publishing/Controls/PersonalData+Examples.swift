extension PersonalData {
    package static let examples: [ControlExample<PublishPost>] = [
        .init("the school's own phone, written otherwise", .example("Ring +44 (0)191 498-0123."), finds: []),
        .init("the school's own e-mail", .example("Write to Office@HarbourLane.sch.uk"), finds: []),
        .init("the school's own postcode", .example("Find us at 5 Harbour Lane, Seaham SR1 9ZZ."), finds: []),
        .init("public helplines", .example("Childline 0800 1111, Samaritans 116 123, police 101, or 999."), finds: []),
        .init("an event's date", .example("Sports day is on 03/05/2027 at 10.30. We were founded in 1978."), finds: []),
        .init(
            "scores, sums and numbers of books", .example("We won 3-2, raised £1,840.50. ISBN 0-19-852663-6."),
            finds: []),
        .init("a street without a number", .example("Meet at Alder Terrace. Year 6 Green Lane trip."), finds: []),
        .init("a charity's number", .example("Registered charity 1098765."), finds: []),
        .init("a handle is no e-mail", .example("Thanks @museum and @kids@mastodon.social"), finds: []),
        .init(
            "only the kinds asked for", with: ["kinds": .words(["email"])], .example("Ring 07700 900123."), finds: []),
        .init("a mobile", .example("Ring Sam on 07700 900123."), finds: [phone]),
        .init("with country code", .example("Ring +44 (0) 7700 900 123"), finds: [phone]),
        .init("dots and dashes", .example("0161.496.0000 or 020-7946-0000"), finds: [phone, phone]),
        .init("full-width digits and the letter O", .example("０７７００９００１２３ / O77OO 9OO124"), finds: [phone, phone]),
        .init("a local number to ring", .example("Please ring 496 0111."), finds: [phone]),
        .init("in a link", .example { $0.links = ["tel:+447700900123"] }, finds: [phone]),
        .init("an e-mail", .example("kath.w88@mail.example has it"), finds: [email]),
        .init("an e-mail in disguise", .example("kath at example dot com, kath[at]example.com"), finds: [email]),
        .init("an e-mail to click", .example { $0.links = ["mailto:kath@example.com?subject=Hi"] }, finds: [email]),
        .init("a postcode", .example("She is at DH1 3LE now"), finds: ["personal_data_address"]),
        .init(
            "a house and its postcode are one", .example("42 Alder Terrace, Seaham SR7 8AB"),
            finds: ["personal_data_address"]),
        .init("a date of birth", .example("Sam was born on 3 May 2014. DOB 04/06/15"), finds: [dob, dob]),
        .init("an age and its day", .example("Sam turns 9 on 4 June."), finds: [dob]),
        .init("a historical birth", .example("Shakespeare was born on 23 April 1564."), finds: []),
        .init("an account", .example("Sort code 20-00-00, account 55779911"), finds: ["personal_data_bank"]),
        .init(
            "an IBAN and a card", .example("GB82 WEST 1234 5698 7654 32 or 4111 1111 1111 1111"), finds: [bank, bank]),
        .init(
            "in an alternative text", .example { $0.media = [.example(alt: "A poster: 07700 900123")] }, finds: [phone]),
    ]

    private static let phone = "personal_data_phone"
    private static let email = "personal_data_email"
    private static let dob = "personal_data_dob"
    private static let bank = "personal_data_bank"
}
