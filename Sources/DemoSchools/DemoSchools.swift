/// The five invented organisations, one under each policy, in the order in which the demonstration offers them.
package let demoOrganisations: [DemoOrganisation] = [
    .harbourView, .saltmarsh, .woldValley, .stAidans, .noorHill,
]
