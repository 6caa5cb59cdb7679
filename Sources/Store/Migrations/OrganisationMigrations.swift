extension Migration {
    /// The steps that make an organisation's database, oldest first. Only ever appended to.
    static let organisation: [Migration] = [
        .record, .people, .tasks, .signIn, .policies, .roll, .settings, .accounts, .publishing,
        .noPupils, .proofs, .answersBySchool, .correctionsBySchool, .acknowledgements, .unreadNotices,
        .peopleWhoSignIn,
        .training,
        .signInProvider, .oneTimeCodes, .mail,
        .accountRegister, .learningPlatforms, .peopleImport,
        .personNumber,
        .vault, .staffGroups,
        .calendars,
        .speakingAuthority, .provedSessions,
        .closedLogins,
        .trainingHeld,
        .onePersonRequests,
        .roleList,
        .pictures,
        .consent,
        .goingOut,
        .askingFamilies,
        .visitorObjections,
        .connecting,
        .correcting, .mistakes, .linkDestinations, .followedLearners, .officeMatters,
        .films,
        .orderedByNobody,
        .typedNames,
        .followingLooked, .repliesTalkedOver,
        .destroyedPictures,
        .networkReads,
        .askedAndEnded,
        .silentConnections,
        .takenBack,
        .picturesHeld,
        .orderedOnceOut,
    ]

    /// The steps that make `installation.sqlite`.
    static let installation: [Migration] = [.installationList]
}
