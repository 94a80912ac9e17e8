import Benchmark
import CBareICU
import Foundation
import Minyi

/// Segmentation beside ICU's own iterator on the same texts: the sample corpus, or the lines of the UTF-8 file
/// that `MINYI_BENCH_TEXTS` names. Divide wall clocks of one run for the ratios.
func segmentationBenchmarks(metrics: [BenchmarkMetric]) {
  let texts = BenchmarkTexts()
  let configuration = Benchmark.Configuration(metrics: metrics, maxDuration: .seconds(5), maxIterations: 200)
  let dictionaries = SampleCorpus.dictionaries

  Benchmark("segment: ubrk_next in C", configuration: configuration) { benchmark in
    benchmark.startMeasurement()
    let count = texts.bareCount()
    benchmark.stopMeasurement()
    precondition(count == texts.icuCount, "ICU must count the same every time")
  }

  Benchmark("segment: compiled, boundaries of ICU", configuration: configuration) { benchmark in
    let segmenter = try Segmenter()
    benchmark.startMeasurement()
    let count = try texts.tokenCount(segmenter, 0..<texts.count)
    benchmark.stopMeasurement()
    precondition(count == texts.icuCount, "the boundaries must be ICU's")
  }

  Benchmark("segment: compiled, with the lexicon", configuration: configuration) { benchmark in
    let segmenter = try Segmenter(dictionary: try Dictionaries(path: dictionaries).lexicon.compiled())
    benchmark.startMeasurement()
    let count = try texts.tokenCount(segmenter, 0..<texts.count)
    benchmark.stopMeasurement()
    precondition(count > texts.count && count != texts.icuCount, "the lexicon must change something")
  }

  Benchmark("segment: compiled, with the lexicon, 2 threads", configuration: configuration) { benchmark in
    let segmenter = try Segmenter(dictionary: try Dictionaries(path: dictionaries).lexicon.compiled())
    let whole = try texts.tokenCount(segmenter, 0..<texts.count)
    let halves = [0..<texts.count / 2, texts.count / 2..<texts.count]
    // Each segmenter and each count is one thread's.
    nonisolated(unsafe) let segmenters = [segmenter, try segmenter.copy()]
    nonisolated(unsafe) let counts = UnsafeMutablePointer<Int>.allocate(capacity: 2)
    defer { counts.deallocate() }
    benchmark.startMeasurement()
    DispatchQueue.concurrentPerform(iterations: 2) { i in
      counts[i] = (try? texts.tokenCount(segmenters[i], halves[i])) ?? 0
    }
    benchmark.stopMeasurement()
    precondition(counts[0] + counts[1] == whole, "two threads must find what one finds")
  }

  Benchmark("clean and segment: mask, normalise, cut, with the lexicon", configuration: configuration) {
    benchmark in
    let segmenter = try Segmenter(dictionary: try Dictionaries(path: dictionaries).lexicon.compiled())
    let cleaner = Cleaner()
    var scratch = CleanerScratch()
    var clean = CleanText()
    var tokens: [Token] = []
    var gap = 0
    benchmark.startMeasurement()
    for line in texts.lines {
      cleaner.clean(line, into: &clean, scratch: &scratch)
      try clean.units.withUnsafeBufferPointer { try segmenter.segment($0, into: &tokens) }
      gap += clean.units.count - Int(tokens.last?.end ?? 0)
    }
    benchmark.stopMeasurement()
    precondition(gap == 0, "tokens must tile the texts")
  }

  Benchmark("compile ICU's dictionary", configuration: configuration) { benchmark in
    benchmark.startMeasurement()
    let dictionary = CompiledDictionary(.empty, cache: .none)
    benchmark.stopMeasurement()
    precondition(dictionary.problem == nil, "ICU's dictionary must be readable")
  }
}

/// Texts in one buffer, so that nothing but segmenting is measured.
struct BenchmarkTexts: Sendable {
  let lines: [String]
  let icuCount: Int
  private let units: [UInt16]
  private let starts: [Int64]

  init() {
    let file = ProcessInfo.processInfo.environment["MINYI_BENCH_TEXTS"]
    let lines =
      file.map { path in
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
          preconditionFailure("cannot read \(path)")
        }
        return text.split(separator: "\n").map(String.init)
      } ?? SampleCorpus().texts
    var units: [UInt16] = []
    var starts: [Int64] = [0]
    for line in lines {
      units += Array(line.utf16)
      starts.append(Int64(units.count))
    }
    self.lines = lines
    self.units = units
    self.starts = starts
    icuCount = Int(bare_icu_segment_count(units, starts, Int64(lines.count)))
  }

  var count: Int { lines.count }

  func bareCount() -> Int { Int(bare_icu_segment_count(units, starts, Int64(lines.count))) }

  func tokenCount(_ segmenter: Segmenter, _ range: Range<Int>) throws -> Int {
    var tokens: [Token] = []
    var count = 0
    try units.withUnsafeBufferPointer { units in
      for i in range {
        let text = UnsafeBufferPointer(rebasing: units[Int(starts[i])..<Int(starts[i + 1])])
        try segmenter.segment(text, into: &tokens)
        count += tokens.count
      }
    }
    return count
  }
}
