import Platforms

/// The real client, to the servers of the tests on this machine: it waits for an answer as long as a thousand other tests
/// beside it may take, where a school's waits seconds.
package struct PatientWebClient: WebClient {
    private let web = HTTPWebClient(inside: InsideServers(["127.0.0.1"]))

    package init() {}

    package func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
        var patient = request
        patient.seconds = max(request.seconds, 900)
        return try await web.answer(to: patient)
    }
}
