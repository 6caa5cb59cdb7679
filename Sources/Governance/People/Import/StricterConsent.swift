/// A consent that a list says twice, as a whole and place by place: whatever either of them forbids is forbidden.
struct StricterConsent {
    let whole: Consent
    /// No word stands for the whole, though days may.
    let isBlank: Bool
    /// What the columns of single places say.
    let places: Consent

    /// Nil when the two cannot both be true.
    var consent: Consent? {
        switch whole.status {
        case .unreadable, .objected, .refused: whole
        case .withdrawn: withdrawn
        case _ where [.unreadable, .objected, .refused, .withdrawn].contains(places.status): places
        case .notRecorded where !isBlank: places.status == .notRecorded ? whole : nil
        case .restricted where whole.channels == nil && places.status == .granted: nil
        case .notRecorded where whole == Consent(.notRecorded): places
        case .notRecorded, .granted, .noObjection, .restricted: limited
        }
    }

    /// Until the day of a withdrawal only what was a plain yes is allowed.
    private var withdrawn: Consent {
        guard whole.withdrawnOn != nil else { return whole }
        let isYes = places.status == .granted || places.status == .restricted
        return with(.withdrawn, isYes ? both : [])
    }

    private var limited: Consent {
        if whole.status == .restricted, places.status == .notRecorded { return with(.restricted, []) }
        if [.noObjection, .notRecorded].contains(places.status) || whole.status == .noObjection {
            return with(.noObjection, both)
        }
        return with(isEverywhere(both) && whole.status != .restricted ? .granted : .restricted, both)
    }

    /// Where neither of the two forbids it.
    private var both: [Consent.Channel] {
        let ofWhole = whole.channels ?? Consent.Channel.allCases
        let ofPlaces = places.channels ?? Consent.Channel.allCases
        return Consent.Channel.allCases.filter { ofWhole.contains($0) && ofPlaces.contains($0) }
    }

    private func isEverywhere(_ channels: [Consent.Channel]) -> Bool { channels == Consent.Channel.allCases }

    private func with(_ status: Consent.Status, _ channels: [Consent.Channel]) -> Consent {
        Consent(
            status, channels: isEverywhere(channels) && status != .restricted ? nil : channels, from: whole.from,
            until: whole.until, withdrawnOn: whole.withdrawnOn)
    }
}
