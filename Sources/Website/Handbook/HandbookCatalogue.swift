extension PageCatalogue {
    /// The pages of the policy room.
    static let handbook: [any PageContent.Type] = [
        PolicyPage.self, PolicyRemarksPage.self, PolicyCoveragePage.self, PolicyGuidancePage.self, ScopePage.self,
        PolicyVersionsPage.self, PolicyVersionPage.self, NewPolicyVersionPage.self, PolicyPreviewPage.self,
        PolicySchoolsPage.self, AcknowledgementPage.self, PolicyRegisterPage.self, PolicyRegisterPrintPage.self,
        TrainingPage.self, PersonTrainingPage.self, CertificatePage.self, TrainingPrintPage.self, TrainingListPage.self,
        SessionPage.self,
        SafeguardingPage.self, FamiliesPage.self, PlatformsPage.self,
    ]
}
