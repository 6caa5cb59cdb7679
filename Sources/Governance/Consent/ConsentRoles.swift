/// Who does what about consent, where they hold the role.
package enum ConsentRoles {
    /// Who types answers, sends questions and prints letters.
    package static let keeping: [Role] = [.office, .administrator, .headteacher, .slt]
    /// Who is asked, the first of these that anybody holds, to give out letters and to have answers renewed.
    package static let asking: [Role] = [.office, .administrator, .headteacher]
    /// Who says which parents answer for a pupil, and by which address.
    package static let parentKeeping: [Role] = [.office, .administrator]
    /// Who reads the register with what was answered and by whom.
    package static let reading: [Role] = keeping + [.dsl]
    /// Who says that somebody must never be pictured, and may know why.
    package static let protecting: [Role] = [.headteacher, .dsl]
    /// Who reads the list of those who must not be published: whoever posts, or looks at what is posted.
    package static let knowing: [Role] = PublishingRoles.writing + reading
}
