// swift-tools-version: 6.2

import PackageDescription

// Warnings are errors in CI only, so that a newer compiler does not stop a user's build.
let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

let package = Package(
  name: "minyi",
  defaultLocalization: "zh-Hans",
  products: [
    .library(name: "Minyi", targets: ["Minyi"]),
    // Counting, copies, neighbours and linkage alone, without files and tables.
    .library(name: "MinyiIndex", targets: ["MinyiIndex"]),
    .executable(name: "minyi", targets: ["MinyiCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // One C target per C library: the only code that sees its headers.
    .target(
      name: "CICU",
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc"), .linkedLibrary("icudata")]),
    .target(name: "CCSV", linkerSettings: [.linkedLibrary("csv")]),
    .target(name: "CExpat", linkerSettings: [.linkedLibrary("expat")]),
    .target(name: "CZip", linkerSettings: [.linkedLibrary("zip")]),
    .target(name: "CXLSXWriter", linkerSettings: [.linkedLibrary("xlsxwriter")]),
    // Opens its library when it is first needed.
    .target(name: "CRSVG"),
    // The C library's allocator.
    .target(name: "CMalloc"),
    .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),

    // The way of one opinion; a target imports only what stands above it (Scripts/check-imports.sh).
    .target(name: "MinyiModel", swiftSettings: strict),
    .target(
      name: "MinyiFiles",
      dependencies: ["MinyiModel", "CICU", "CCSV", "CSimdJSON", "CExpat", "CZip", "CXLSXWriter"],
      swiftSettings: strict),
    .target(name: "MinyiText", dependencies: ["MinyiModel", "CICU"], swiftSettings: strict),
    .target(
      name: "MinyiStore",
      dependencies: [
        "MinyiModel", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(name: "MinyiIndex", dependencies: ["MinyiModel"], swiftSettings: strict),
    .target(
      name: "MinyiTopics", dependencies: ["MinyiModel", "MinyiText", "MinyiIndex"], swiftSettings: strict),
    .target(name: "MinyiAgenda", dependencies: ["MinyiModel", "MinyiText", "Yams"], swiftSettings: strict),
    .target(name: "MinyiEvaluation", dependencies: ["MinyiModel"], swiftSettings: strict),
    // Templates, style and script are part of the program: a report needs no file beside it.
    .target(
      name: "MinyiReport",
      dependencies: [
        "MinyiModel", "MinyiAgenda", "CRSVG", .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Templates")],
      swiftSettings: strict),
    .target(
      name: "Minyi",
      dependencies: [
        "MinyiModel", "MinyiFiles", "MinyiText", "MinyiStore", "MinyiIndex", "MinyiTopics", "MinyiAgenda",
        "MinyiEvaluation", "MinyiReport", "MinyiDictionaries", "Yams",
      ],
      swiftSettings: strict),
    // The editable text files, copied beside the program by the build.
    .target(
      name: "MinyiDictionaries",
      path: "Dictionaries",
      exclude: ["README.md"],
      sources: ["DictionaryFolder.swift"],
      resources: [
        .copy("lexicon.tsv"), .copy("morphemes.tsv"), .copy("stopwords.tsv"),
        .copy("function-characters.tsv"), .copy("severity.tsv"),
        .copy("negations.tsv"), .copy("requests.tsv"), .copy("stance.tsv"), .copy("departments.tsv"),
        .copy("blank-answers.tsv"), .copy("profiles"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "MinyiCLI",
      dependencies: ["Minyi", "CMalloc", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),

    .executableTarget(name: "MeasuredRun", path: "Tests/MeasuredRun"),
    .target(
      name: "TestSupport", dependencies: ["MinyiModel"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "MinyiModelTests", dependencies: ["MinyiModel", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "MinyiFilesTests", dependencies: ["MinyiFiles", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "MinyiTextTests", dependencies: ["MinyiText", "MinyiFiles", "CICU", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "MinyiStoreTests",
      dependencies: ["MinyiStore", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(name: "MinyiIndexTests", dependencies: ["MinyiIndex", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "MinyiTopicsTests", dependencies: ["MinyiTopics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "MinyiAgendaTests", dependencies: ["MinyiAgenda", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "MinyiEvaluationTests", dependencies: ["MinyiEvaluation", "MinyiModel"], swiftSettings: strict),
    .testTarget(
      name: "MinyiReportTests", dependencies: ["MinyiReport", "MinyiAgenda", "MinyiModel"],
      swiftSettings: strict),
    .testTarget(
      name: "MinyiTests",
      dependencies: ["Minyi", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(
      name: "MinyiCLITests",
      dependencies: [
        "Minyi", "MinyiCLI", "MinyiModel", "MeasuredRun", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
