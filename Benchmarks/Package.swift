// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "minyi-benchmarks",
  dependencies: [
    .package(name: "minyi", path: ".."),
    // Without traits: no malloc interposition, so that no extra system library is needed.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    // ICU without Minyi, to compare with.
    .target(
      name: "CBareICU", path: "Benchmarks/CBareICU",
      linkerSettings: [.linkedLibrary("icuuc")]),
    .executableTarget(
      name: "MinyiBenchmarks",
      dependencies: [
        "CBareICU",
        .product(name: "Minyi", package: "minyi"),
        .product(name: "MinyiIndex", package: "minyi"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/MinyiBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6]
)
