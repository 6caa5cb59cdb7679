/// What a browser says of itself, as a person would say it.
enum Device {
    static func name(_ userAgent: String) -> String {
        let browser = first(
            userAgent, [("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari")])
        let system = first(
            userAgent,
            [
                ("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "Android"), ("Windows", "Windows"),
                ("Mac OS", "a Mac"), ("CrOS", "a Chromebook"), ("Linux", "Linux"),
            ])
        switch (browser, system) {
        case (let browser?, let system?): return "\(browser) on \(system)"
        case (let browser?, nil): return browser
        case (nil, let system?): return "A browser on \(system)"
        case (nil, nil): return "An unknown browser"
        }
    }

    private static func first(_ text: String, _ names: [(String, String)]) -> String? {
        names.first { text.contains($0.0) }?.1
    }
}
