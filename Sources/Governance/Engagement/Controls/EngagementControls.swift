/// The controls of the room Engagement that meet a post.
package let engagementControls: [ControlEntry<PublishPost>] = [
    ControlEntry(Press.self),
    ControlEntry(OneWay.self),
    ControlEntry(PrivateMessages.self),
]
