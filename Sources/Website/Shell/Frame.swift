/// What stands around every page's content.
struct Frame: Shows {
    let language: String
    /// `rtl`; nil: left to right.
    let direction: String?
    let title: String
    let family: FamilyFrame?
    /// Over what was wrong with a form.
    let problemsTitle: String
    /// The link past the head.
    let skip: String
    let heading: String
    /// The heading is the start of somebody's text: it is set smaller.
    let isLong: Bool
    let eyebrow: String?
    let lead: String?
    let crumb: Crumb?
    let actions: [HeadAction]
    let tabs: [Tab]
    let problems: [Problem]
    let anyTabs: Bool
    let anyProblems: Bool
    let journey: Bool
    let demonstration: Bool
    let organisation: OrganisationShown?
    let visitor: Visitor?
    let style: String
    let script: String
    let scripts: [String]
    let favicon: String
    let refresh: Int?
    let schoolStyle: String?
    /// Of what the page lists, for feed readers.
    let feed: String?
    let nav: Markup
    let content: Markup
    let home: String
    let tellDSL: String?

    init(_ page: Page, for visit: Visit) {
        let site = visit.site
        let around = visit.surroundings
        language = page.language?.code ?? "en-GB"
        direction = page.language?.isRightToLeft == true ? "rtl" : nil
        title =
            ((page.problems.isEmpty ? "" : "\(page.family?.problem ?? "Error"): ") + (page.title ?? page.heading))
            + " - "
            + (visit.organisation.map { $0.name + " - " } ?? "") + "Chaperone"
        family = page.family
        problemsTitle = page.family?.problem ?? "There is a problem"
        skip = page.family?.skip ?? "Skip to the page"
        heading = page.heading
        isLong = page.heading.count > 40
        eyebrow = page.eyebrow
        lead = page.lead
        crumb = page.crumb
        actions = page.actions
        tabs = page.tabs
        problems = page.problems
        anyTabs = !page.tabs.isEmpty
        anyProblems = !page.problems.isEmpty
        journey = page.frame == .journey || visit.visitor == nil
        demonstration = visit.organisation?.demonstration ?? site.isDemonstration
        organisation = visit.organisation
        visitor = visit.visitor
        style = site.assets.link("chaperone.css")
        script = site.assets.link("chaperone.js")
        scripts = page.scripts.map(site.assets.link)
        refresh = page.refresh
        feed = page.feed
        favicon = site.assets.link("favicon.svg")
        schoolStyle = visit.organisation?.colour.map { visit.link(.schoolColour(digest: .value($0.digest))) }
        nav =
            journey
            ? Markup(bytes: []) : site.navigations.markup(Navigation(for: visit, room: page.room), site.templates)
        content = site.templates.render(type(of: page.content).template, page.content, in: around)
        home = visit.link(visit.organisation == nil ? .start : .home)
        tellDSL = visit.visitor == nil || page.family != nil ? nil : visit.link(.tellDSL)
    }

    /// The whole document.
    static func document(_ page: Page, for visit: Visit) -> Markup {
        visit.site.templates.render("layout", Frame(page, for: visit), in: visit.surroundings)
    }
}
