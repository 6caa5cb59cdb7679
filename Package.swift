// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

let package = Package(
    name: "chaperone",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "chaperone", targets: ["chaperone"]),
        .executable(name: "chaperone-pictures", targets: ["chaperone-pictures"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", exact: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
        .package(url: "https://github.com/swift-server/async-http-client.git", exact: "1.37.0"),
        .package(url: "https://github.com/vapor/jwt-kit.git", exact: "5.7.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", exact: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system.git", exact: "1.8.1"),
    ],
    targets: [
        .target(name: "Governance", swiftSettings: strict),
        .target(
            name: "PolicyFile",
            dependencies: ["Governance", crypto, .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(name: "PolicySeeds", path: "Policies", swiftSettings: strict, plugins: ["EmbedFiles"]),
        .target(name: "Store", dependencies: ["Governance", grdb, crypto], swiftSettings: strict),
        .target(name: "Reading", dependencies: ["Governance", "Store", grdb], swiftSettings: strict),
        .systemLibrary(name: "CZip", path: "Libraries/CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .target(name: "Archives", dependencies: ["CZip"], swiftSettings: strict),
        .systemLibrary(
            name: "CQRCode", path: "Libraries/CQRCode", pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(
            name: "CCurl", path: "Libraries/CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "CurlMail", dependencies: ["CCurl"], path: "Libraries/CurlMail"),
        .systemLibrary(
            name: "CVips", path: "Libraries/CVips", pkgConfig: "vips", providers: [.apt(["libvips-dev"])]),
        .target(name: "VipsPictures", dependencies: ["CVips"], path: "Libraries/VipsPictures"),
        .systemLibrary(
            name: "CFFmpeg", path: "Libraries/CFFmpeg", pkgConfig: "libavformat",
            providers: [.apt(["libavformat-dev", "libavcodec-dev", "libswscale-dev", "libavutil-dev"])]),
        .target(
            name: "FilmReading", dependencies: ["CFFmpeg"], path: "Libraries/FilmReading",
            cSettings: [.define("_GNU_SOURCE")],
            linkerSettings: ["avformat", "avcodec", "swscale", "avutil"].map { .linkedLibrary($0) }),
        .target(
            name: "Pictures",
            dependencies: [
                "Governance", .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "chaperone-pictures", dependencies: ["FilmReading", "Pictures", "VipsPictures"],
            swiftSettings: strict),
        .target(
            name: "Platforms",
            dependencies: [
                "Governance", "CurlMail", crypto,
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "JWTKit", package: "jwt-kit"),
            ],
            swiftSettings: strict),
        .target(
            name: "Actions",
            dependencies: [
                "Governance", "Archives", "PolicyFile", "PolicySeeds", "Store", "Pictures", "Platforms", crypto,
                logging,
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .target(
            name: "Schedule",
            dependencies: ["Governance", "Actions", lifecycle, logging],
            swiftSettings: strict),
        .executableTarget(name: "EmbedTool", path: "Plugins/EmbedTool", swiftSettings: strict),
        .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["EmbedTool"]),
        .executableTarget(name: "ShowTool", path: "Plugins/ShowTool", swiftSettings: strict),
        .plugin(name: "ShowFields", capability: .buildTool(), dependencies: ["ShowTool"]),
        .target(
            name: "Website",
            dependencies: [
                "Governance", "Actions", "Reading", "CQRCode", hummingbird, logging, lifecycle,
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
            ],
            swiftSettings: strict,
            plugins: ["EmbedFiles", "ShowFields"]),
        .target(name: "DemoSchools", dependencies: ["Governance", "Actions", "PolicySeeds"], swiftSettings: strict),
        .executableTarget(
            name: "chaperone",
            dependencies: [
                "Governance", "PolicyFile", "PolicySeeds", "Store", "Reading", "Platforms", "Actions", "Schedule",
                "Website", "DemoSchools", hummingbird, logging, lifecycle,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "chaperone-bench", dependencies: ["Governance"], path: "Benchmarks/Names", swiftSettings: strict),
        .testTarget(name: "GovernanceTests", dependencies: ["Governance"], swiftSettings: strict),
        .testTarget(
            name: "PolicyFileTests", dependencies: ["Governance", "PolicyFile", "PolicySeeds"], swiftSettings: strict),
        .testTarget(name: "StoreTests", dependencies: ["Governance", "Store", "Reading", grdb], swiftSettings: strict),
        .executableTarget(name: "ConfinementProbe", dependencies: ["VipsPictures"], path: "Tests/ConfinementProbe"),
        .testTarget(
            name: "PicturesTests", dependencies: ["Governance", "Pictures", "ConfinementProbe", "StartedPrograms"],
            swiftSettings: strict),
        .target(name: "StartedPrograms", path: "Tests/StartedPrograms", swiftSettings: strict),
        .target(
            name: "RealServers", dependencies: ["Platforms", "StartedPrograms"], path: "Tests/RealServers",
            swiftSettings: strict),
        .testTarget(
            name: "PlatformsTests", dependencies: ["Governance", "Platforms", "RealServers", crypto],
            swiftSettings: strict),
        .testTarget(
            name: "ActionsTests",
            dependencies: [
                "Governance", "Pictures", "Platforms", "Store", "Actions", "Reading", "Schedule", "DemoSchools",
                "PolicySeeds", "RealServers", "StartedPrograms", grdb,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "WebsiteTests",
            dependencies: [
                "Archives", "Governance", "Pictures", "Store", "Reading", "Website", "Actions", "DemoSchools", grdb,
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "DutyTests",
            dependencies: [
                "Governance", "Pictures", "Platforms", "Website", "Actions", "Reading", "Store", "PolicyFile",
                "PolicySeeds",
                grdb, .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            swiftSettings: strict),
        .testTarget(name: "ProjectTests", dependencies: ["Governance"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
