/// In a trust: which school follows the trust's policy, and which its own.
package struct PolicySchoolsPage: PageContent {
    package var schools: [Line]

    package struct Line: Shows {
        package var name: String
        package var tag: Tag
        package var policy: HeadAction?
        package var since: String?
        package var own: HeadAction?
        package var end: HeadAction?
    }

    package static let examples = [
        Page(
            "One of 2 schools follows a policy of its own", title: "Schools", room: .policy,
            PolicySchoolsPage(schools: [
                Line(
                    name: "Quay School", tag: Tag(.quiet, "The trust’s", icon: .policy),
                    policy: HeadAction("Social Media Policy (LLT)", "/harbour-view/policy/versions/v1"),
                    own: HeadAction("Give it its own", "/harbour-view/policy/versions/new?school=quay")),
                Line(
                    name: "Mill School", tag: Tag(.clear, "Its own", icon: .check),
                    policy: HeadAction("Social Media Policy (MILL)", "/harbour-view/policy/versions/v2"),
                    since: "since 1 September 2026",
                    end: HeadAction("End it", "/harbour-view/policy/schools/mill/end")),
            ]))
    ]
}
