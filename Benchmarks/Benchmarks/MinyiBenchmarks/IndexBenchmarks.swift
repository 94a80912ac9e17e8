import Benchmark
import Foundation
import Minyi
import MinyiIndex

/// The stages of grouping, each on what the stage before it made of 20,000 generated opinions.
func indexBenchmarks(metrics: [BenchmarkMetric]) {
  let configuration = Benchmark.Configuration(metrics: metrics, maxDuration: .seconds(5), maxIterations: 50)
  let threads = ParallelChunks(threadCount: ParallelChunks.availableThreadCount)
  let builder = TermIndexBuilder(threads: threads)
  // Made when the first of these benchmarks is run.
  let prepared = PreparedIndex()

  Benchmark("vocabulary: segment and count 20,000 texts", configuration: configuration) { benchmark in
    let texts = prepared.value.texts
    benchmark.startMeasurement()
    let parts = try texts.counts(builder)
    benchmark.stopMeasurement()
    precondition(parts.map(\.documentCount).reduce(0, +) == texts.count, "every text is counted")
  }

  Benchmark("vocabulary: ids, frequencies and matrix of counts", configuration: configuration) { benchmark in
    let counts = prepared.value.counts
    benchmark.startMeasurement()
    let index = builder.index(of: counts, rows: counts.rows)
    benchmark.stopMeasurement()
    precondition(index.matrix.terms == prepared.value.matrix.terms, "the index is the same every time")
  }

  Benchmark("vocabulary: merge counts of two halves", configuration: configuration) { benchmark in
    let counts = prepared.value.counts
    let half = counts.count / 2
    let halves = [counts[..<half], counts[half...]].map {
      TermCounts(merging: Array($0), rows: Array($0).rows)
    }
    benchmark.startMeasurement()
    let index = builder.index(of: halves, rows: halves.rows)
    benchmark.stopMeasurement()
    precondition(index.matrix.terms == prepared.value.matrix.terms, "halves make the index of the whole")
  }

  Benchmark("TF-IDF: weights of the matrix", configuration: configuration) { benchmark in
    let value = prepared.value
    benchmark.startMeasurement()
    let vectors = DocumentVectors(matrix: value.matrix, vocabulary: value.vocabulary)
    benchmark.stopMeasurement()
    let first = DocumentID(rawValue: 0)
    precondition(abs(vectors.cosine(first, first) - 1) < 0.001, "a vector has length 1")
  }

  Benchmark("copies: leaders of near copies", configuration: configuration) { benchmark in
    let value = prepared.value
    benchmark.startMeasurement()
    let leaders = try CopyFinder(threads: threads).leaders(of: value.sketches) { documents in
      documents.map { value.shingles[$0.index] }
    }
    benchmark.stopMeasurement()
    let areFirst = leaders.enumerated().allSatisfy { $1.index <= $0 && leaders[$1.index] == $1 }
    precondition(areFirst, "a leader is an earlier text and leads itself")
    precondition(leaders.enumerated().contains { $0 != $1.index }, "generated texts hold near copies")
  }

  Benchmark("neighbours: all pairs with a cosine of 0.5", configuration: configuration) { benchmark in
    let vectors = prepared.value.vectors
    benchmark.startMeasurement()
    let graph = NeighbourGraph(of: vectors, threshold: 0.5, threads: threads)
    benchmark.stopMeasurement()
    let found = graph.neighbours.lazy.map { $0.similarity }
    precondition(graph.neighbours.count.isMultiple(of: 2), "a pair is seen from both sides")
    precondition(found.allSatisfy { $0 >= 0.5 } && !found.isEmpty, "no pair is below the threshold")
  }

  Benchmark("linkage: groups with a mean cosine of 0.25", configuration: configuration) { benchmark in
    let vectors = prepared.value.vectors
    benchmark.startMeasurement()
    let groups = AverageLinkage(cut: 0.25, threads: threads).groups(of: vectors)
    benchmark.stopMeasurement()
    precondition(
      groups.reduce(0) { $0 + $1.count } == vectors.matrix.documentCount, "each text is in one group")
    let largest = groups.max { $0.count < $1.count } ?? []
    precondition(largest.count > 1, "generated texts resemble each other")
  }
}

/// What the stages take, made once and only if it is wanted.
private final class PreparedIndex: Sendable {
  private let made = Once<Value>()

  struct Value: Sendable {
    let texts: CountedTexts
    let counts: [TermCounts]
    let vocabulary: Vocabulary
    let matrix: TermMatrix
    let vectors: DocumentVectors
    let sketches: [MinHash]
    let shingles: [ShingleSet]
  }

  var value: Value {
    made.value {
      let builder = TermIndexBuilder(threads: ParallelChunks(threadCount: 1))
      let texts = CountedTexts(GeneratedOpinions(count: 20_000))
      do {
        let counts = try texts.counts(builder)
        let index = builder.index(of: counts, rows: counts.rows)
        let (sketches, shingles) = texts.sketches()
        return Value(
          texts: texts, counts: counts, vocabulary: index.vocabulary, matrix: index.matrix,
          vectors: DocumentVectors(matrix: index.matrix, vocabulary: index.vocabulary), sketches: sketches,
          shingles: shingles)
      } catch {
        preconditionFailure("cannot prepare the index: \(error)")
      }
    }
  }
}

/// A value made when it is first asked for.
private final class Once<Value: Sendable>: @unchecked Sendable {
  // Guarded by `lock`.
  private var stored: Value?
  private let lock = NSLock()

  func value(_ make: () -> Value) -> Value {
    lock.withLock {
      if let stored { return stored }
      let value = make()
      stored = value
      return value
    }
  }
}

/// Texts with the means to count their terms.
private struct CountedTexts: Sendable {
  private let opinions: GeneratedOpinions
  private let dictionaries: Dictionaries
  private let dictionary: CompiledDictionary

  init(_ opinions: GeneratedOpinions) {
    do {
      self.opinions = opinions
      dictionaries = try Dictionaries(path: SampleCorpus.dictionaries)
      dictionary = try dictionaries.lexicon.compiled()
    } catch {
      preconditionFailure("cannot read the dictionaries: \(error)")
    }
  }

  var count: Int { opinions.count }

  func counts(_ builder: TermIndexBuilder) throws -> [TermCounts] {
    let extractor = TermExtractor(rules: dictionaries.termRules)
    return try builder.count(documentCount: count) { range, counter in
      let analyzer = TextAnalyzer(
        cleaner: Cleaner(), segmenter: try Segmenter(dictionary: dictionary), pieceSegmenter: try Segmenter())
      for i in range {
        for (part, isTitle) in [(opinions.titles[i], true), (opinions.bodies[i], false)] {
          try analyzer.forEachTerm(of: part, by: extractor) {
            counter.add($0[$1], inTitle: isTitle)
          } then: { _ in
          }
        }
        counter.endDocument()
      }
    }.map(\.counts)
  }

  func sketches() -> (sketches: [MinHash], shingles: [ShingleSet]) {
    var sketches: [MinHash] = []
    var shingles: [ShingleSet] = []
    for i in 0..<count {
      var sketch = MinHash()
      var set = ShingleSet()
      for part in [opinions.titles[i], opinions.bodies[i]] {
        Array(part.utf16).withUnsafeBufferPointer {
          sketch.add($0)
          set.add($0)
        }
      }
      sketch.finish()
      sketches.append(sketch)
      shingles.append(set)
    }
    return (sketches, shingles)
  }
}
