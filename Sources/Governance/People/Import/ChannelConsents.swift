/// A consent that a file writes in one column for each place where a picture may go.
struct ChannelConsents {
    let answers: [(field: ImportField, text: String)]
    let mapping: ImportMapping

    /// All answers as one consent, and the first column that nobody can read, whose place is then not allowed.
    func read() -> (Consent, unreadable: ImportField?) {
        var allowed: [Consent.Channel] = []
        var notOpposed: [Consent.Channel] = []
        var statuses: [Consent.Status] = []
        var unreadable: ImportField?
        for answer in answers {
            let status = status(answer.text)
            statuses.append(status ?? .unreadable)
            if status == nil { unreadable = unreadable ?? answer.field }
            if status == .granted, let channel = answer.field.channel { allowed.append(channel) }
            if status == .noObjection, let channel = answer.field.channel { notOpposed.append(channel) }
        }
        let kinds = Set(statuses)
        guard allowed.isEmpty else {
            let status: Consent.Status =
                kinds == [.granted] && allowed.count == Consent.Channel.allCases.count ? .granted : .restricted
            let channels = Consent.Channel.allCases.filter(allowed.contains)
            return (Consent(status, channels: status == .granted ? nil : channels), unreadable)
        }
        // silence that a policy may take for a yes, and no yes under every policy
        guard notOpposed.isEmpty else {
            return (
                Consent(.noObjection, channels: Consent.Channel.allCases.filter(notOpposed.contains)), unreadable
            )
        }
        if unreadable != nil { return (Consent(.unreadable), unreadable) }
        for status in [Consent.Status.withdrawn, .objected, .refused, .restricted] where kinds.contains(status) {
            return (Consent(status == .restricted ? .refused : status), nil)
        }
        return (Consent(.notRecorded), nil)
    }

    private func status(_ text: String) -> Consent.Status? {
        ConsentWords.plain(text).isEmpty ? .notRecorded : ConsentWords.status(text, mapping)
    }
}
