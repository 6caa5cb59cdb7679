extension Event.Kind {
    package static let secretsResealed = Self("record.secrets-resealed")
}
