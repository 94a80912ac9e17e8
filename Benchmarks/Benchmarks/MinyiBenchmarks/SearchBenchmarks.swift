import Benchmark
import Foundation
import Minyi

/// Making the search index, and a thousand mixed queries against it.
func searchBenchmarks(metrics: [BenchmarkMetric]) {
  let opinions = GeneratedOpinions(count: 20_000)
  let texts = zip(opinions.titles, opinions.bodies).map { $0 + "，" + $1 }
  let queries = mixedQueries(of: texts, count: 1000)

  Benchmark(
    "search: index of 20,000 opinions",
    configuration: .init(metrics: metrics, maxDuration: .seconds(10), maxIterations: 10)
  ) { benchmark in
    let folder = try BenchmarkFolder()
    defer { folder.remove() }
    try opinions.write(to: folder.path("opinions.jsonl"))
    let workspace = try folder.workspace()
    try workspace.importer().importFile(folder.path("opinions.jsonl"))
    let query = try SearchQuery("路灯")
    benchmark.startMeasurement()
    let found = try workspace.search(query)
    benchmark.stopMeasurement()
    precondition(!found.results.isEmpty && found.unindexed == 0, "everything is indexed")
    try workspace.close()
  }

  Benchmark(
    "search: 1,000 mixed queries in 20,000 opinions",
    configuration: .init(metrics: metrics, maxDuration: .seconds(20), maxIterations: 5)
  ) { benchmark in
    let folder = try BenchmarkFolder()
    defer { folder.remove() }
    try opinions.write(to: folder.path("opinions.jsonl"))
    let workspace = try folder.workspace()
    try workspace.importer().importFile(folder.path("opinions.jsonl"))
    _ = try workspace.search(SearchQuery("路灯"))
    var matches = 0
    benchmark.startMeasurement()
    for query in queries { matches += try workspace.search(SearchQuery(query)).matches }
    benchmark.stopMeasurement()
    precondition(matches > queries.count, "queries that are parts of texts find them")
    try workspace.close()
  }
}

/// Parts of the texts as people would look for them, by turns: a word, a phrase, two words, either of two, one without
/// another, the beginning of a word.
private func mixedQueries(of texts: [String], count: Int) -> [String] {
  var random = SplitMix64(seed: 11)
  func piece(_ length: Int) -> String {
    while true {
      let text = Array(texts[random.next(below: texts.count)])
      guard text.count > length else { continue }
      let start = random.next(below: text.count - length)
      let piece = text[start..<(start + length)]
      if piece.allSatisfy({ $0.isLetter || $0.isNumber }) { return String(piece) }
    }
  }
  return (0..<count).map { i in
    switch i % 6 {
    case 0: piece(2)
    case 1: "\"\(piece(4))\""
    case 2: piece(2) + " " + piece(2)
    case 3: piece(2) + " OR " + piece(3)
    case 4: piece(2) + " NOT " + piece(2)
    default: piece(2) + "*"
    }
  }
}
