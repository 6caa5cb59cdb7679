import Governance

/// Naming the schools of a trust during set-up.
enum SetUpSchools {
    static func page(_ answers: SetUpAnswers, form: Form = Form(), problems: [Problem] = []) -> Page {
        SetUpSchoolsPage.page(
            (answers.schools ?? []).map { SetUpSchoolsPage.Line($0.name, slug: $0.slug) }, form: form,
            problems: problems)
    }

    /// The answers with the school that the form adds or takes out. Throws `ActionError.invalid`.
    static func answers(_ before: SetUpAnswers, _ form: Form) throws -> SetUpAnswers {
        var answers = before
        var schools = answers.schools ?? []
        if form.has("remove") {
            schools.removeAll { $0.slug == form["remove"] }
        } else {
            schools.append(try school(form, beside: schools))
        }
        answers.schools = schools
        return answers
    }

    private static func school(_ form: Form, beside others: [SetUpAnswers.School]) throws -> SetUpAnswers.School {
        let name = form.trimmed("name")
        let typed = form.trimmed("slug")
        let taken = Slug.reservedOfSchools.union(others.map(\.slug))
        let slug = typed.isEmpty ? Slug.made(from: name, beside: taken) : typed
        var errors: [FieldError] = []
        if name.isEmpty {
            errors.append(FieldError("name", "Enter the school’s name"))
        } else if others.contains(where: { $0.name == name }) {
            errors.append(FieldError("name", "There is a school of this name already"))
        } else if !Slug.isOne(slug) {
            errors.append(FieldError("slug", "Use small letters, figures and hyphens, for example quay-primary"))
        } else if taken.contains(slug) {
            errors.append(FieldError("slug", "This short name is taken. Choose another"))
        }
        guard errors.isEmpty else { throw ActionError.invalid(errors) }
        return SetUpAnswers.School(name: name, slug: slug)
    }
}
