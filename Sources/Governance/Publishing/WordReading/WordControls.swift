/// The controls that look for words of a topic.
package let wordControls: [ControlEntry<PublishPost>] = [
    ControlEntry(Politics.self),
    ControlEntry(References.self),
    ControlEntry(Vacancies.self),
    ControlEntry(SupplierOpinion.self),
    ControlEntry(Colleagues.self),
    ControlEntry(HeatedWording.self),
]
