import Foundation
import Governance
import Mustache
import Testing

@testable import Website

@Suite("Every template") struct TemplateTests {
    let site: Site

    init() throws { site = try TestSite.site() }

    @Test("asks only for names that its page has, and each of its sections is shown by an example")
    func namesAreKnown() throws {
        var check = NameCheck(site.templates)
        let visit = TestSite.visit(site: site)
        for type in PageCatalogue.all {
            for page in type.examples {
                check.check(Swift.type(of: page.content).template, with: page.content)
                check.check("layout", with: Frame(page, for: visit))
            }
        }
        check.check("nav", with: Navigation(for: visit, room: .home))
        #expect(check.unknown.sorted() == [])
        #expect(check.unseen.subtracting(["Visitor.roles", "Visitor.rolesEverywhere"]).sorted() == [])
        let neverShown = check.sections.subtracting(check.shown).filter { $0.first?.isUppercase == true }
        #expect(neverShown.sorted() == [])
    }

    @Test("belongs to a page of the catalogue, or is asked for by another")
    func noneIsForgotten() {
        let pages = Set(PageCatalogue.all.map { $0.template } + PageCatalogue.shell)
        let partials = site.templates.byName.values.reduce(into: Set<String>()) { $0.formUnion($1.partials) }
        let forgotten = site.templates.byName.keys.filter {
            !pages.contains($0) && !partials.contains($0) && $0.first?.isUppercase == true
        }
        #expect(forgotten.sorted() == [])
    }

    @Test("says what swift-mustache says of every example page")
    func agreesWithTheLibrary() throws {
        var library = MustacheLibrary()
        for (path, text) in EmbeddedFiles.all where path.hasSuffix(".mustache") {
            try library.register(text, named: Templates.name(of: path))
        }
        let visit = TestSite.visit(site: site)
        func agree(on part: any Shows, _ template: String, _ what: String) throws {
            let ours = site.templates.render(template, part, in: visit.surroundings).html
            let theirs = library.render(
                MustacheReading(part: part, around: visit.surroundings), withTemplate: template)
            #expect(try folded(ours) == folded(#require(theirs)), "\(what)")
        }
        for type in PageCatalogue.all {
            for page in type.examples {
                try agree(on: page.content, type.template, "\(type): \(page.heading)")
                try agree(on: Frame(page, for: visit), "layout", "the frame of \(page.heading)")
                try agree(on: Navigation(for: visit, room: page.room), "nav", "the rooms beside \(page.heading)")
            }
        }
    }

    /// A browser shows any white space between words as one space, and none at all at the ends of a block.
    private func folded(_ html: String) -> String {
        html.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .replacing(" <", with: "<").replacing("> ", with: ">")
    }

    @Test("of a drawing exists for each word of Icon")
    func drawingsExist() {
        #expect(Icon.allCases.filter { !site.templates.has($0.template) } == [])
    }

    @Test("escapes what people typed")
    func escapes() {
        let page = Page("<b>&\"'", Apology(says: ["<script>alert(1)</script>"]))
        let html = Frame.document(page, for: TestSite.visit(site: site)).html
        #expect(html.contains("<h1>&lt;b&gt;&amp;&quot;&#39;</h1>"))
        #expect(!html.contains("<script>alert"))
    }

    @Test("carries no style and no script of its own")
    func nothingInline() {
        for (path, text) in EmbeddedFiles.all where path.hasSuffix(".mustache") {
            #expect(!text.contains("style="), "\(path)")
            #expect(!text.contains(/\son[a-z]+=/), "\(path)")
            #expect(path.hasSuffix("layout.mustache") || !text.contains("<script"), "\(path)")
        }
    }

    @Test("is missed at start when it is not there, and refused when it cannot be read")
    func missingIsRefused() {
        #expect(throws: Templates.Trouble.missing("gone", wantedBy: "a")) {
            try Templates([("Shell/a.mustache", "{{#x}}{{>gone}}{{/x}}")])
        }
        #expect(throws: Templates.Trouble.twice("a")) {
            try Templates([("Shell/a.mustache", ""), ("Home/a.mustache", "")])
        }
        for broken in ["{{#a}}", "{{/a}}", "{{#a}}{{/b}}", "{{a"] {
            #expect(throws: Template.Trouble.self, "\(broken)") { try Template(broken) }
        }
    }

    @Test("is written out for a look when a folder is named")
    func writeExamples() throws {
        guard let folder = ProcessInfo.processInfo.environment["CHAPERONE_EXAMPLES"] else { return }
        for asset in ["chaperone.css", "chaperone.js", "compose.js", "favicon.svg"] {
            try Data(site.assets[asset]?.bytes ?? []).write(to: URL(filePath: "\(folder)/\(asset)"))
        }
        var visit = TestSite.visit([.administrator, .headteacher], site: site)
        visit.waiting = [.approvals: 4]
        for type in PageCatalogue.all {
            for (number, page) in type.examples.enumerated() {
                var html = Frame.document(page, for: visit).html
                for asset in ["chaperone.css", "chaperone.js", "compose.js", "favicon.svg"] {
                    html = html.replacing(site.assets.link(asset), with: asset)
                }
                let file = "\(folder)/\(type.template)-\(number + 1).html"
                try html.write(toFile: file, atomically: true, encoding: .utf8)
            }
        }
    }
}
