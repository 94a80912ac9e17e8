package import MinyiIndex
package import MinyiModel

/// Counts how often terms occur in one document together.
package struct CooccurrenceCounter {
  /// Terms in most documents, as words; the rest are too rare to learn from.
  private static let wordLimit = 20_000
  /// Pairs of a word and a context in one document that are counted, unless `leastContexts` need more. Short texts
  /// have few, and need all their words as contexts; of long ones the most frequent words say enough.
  private static let pairLimit = 3_000_000
  private static let leastContexts = 300

  /// The terms that are words, those in most documents first (of equal ones the smaller id).
  package let words: [Int]
  private let contextCount: Int
  /// Word w's documents: `postings[starts[w]..<starts[w + 1]]`.
  private let starts: [Int]
  private let postings: [UInt32]
  /// Row d: its contexts, ranks among the words, at `contextStarts[d]..<contextStarts[d + 1]`.
  private let contextStarts: [Int]
  private let contexts: [UInt32]
  /// Pairs that each context takes part in.
  private let pairCounts: [Int]

  package init(_ matrix: TermMatrix) {
    var frequencies = [Int](repeating: 0, count: matrix.termCount)
    for term in matrix.terms { frequencies[Int(term)] += 1 }
    let order = frequencies.indices.filter { frequencies[$0] > 1 }.sorted {
      (frequencies[$1], $0) < (frequencies[$0], $1)
    }
    let words = Array(order.prefix(CooccurrenceCounter.wordLimit))
    var rank = [Int](repeating: -1, count: matrix.termCount)
    for (i, term) in words.enumerated() { rank[term] = i }
    var starts = [Int](repeating: 0, count: words.count + 1)
    for (i, term) in words.enumerated() { starts[i + 1] = starts[i] + frequencies[term] }
    // 1. the documents of every word, and the pairs with each word as a context
    var next = starts
    var postings = [UInt32](repeating: 0, count: starts.last ?? 0)
    var pairCounts = [Int](repeating: 0, count: words.count)
    for d in 0..<matrix.documentCount {
      var wordCount = 0
      for e in matrix.row(d) where rank[Int(matrix.terms[e])] >= 0 {
        let word = rank[Int(matrix.terms[e])]
        postings[next[word]] = UInt32(d)
        next[word] += 1
        wordCount += 1
      }
      for e in matrix.row(d) where rank[Int(matrix.terms[e])] >= 0 {
        pairCounts[rank[Int(matrix.terms[e])]] += wordCount - 1
      }
    }
    // 2. as many contexts as the pairs allow
    var contextCount = 0
    var pairs = 0
    while contextCount < words.count
      && (contextCount < CooccurrenceCounter.leastContexts
        || pairs + pairCounts[contextCount] <= CooccurrenceCounter.pairLimit)
    {
      pairs += pairCounts[contextCount]
      contextCount += 1
    }
    var contextStarts = [0]
    var contexts: [UInt32] = []
    for d in 0..<matrix.documentCount {
      for e in matrix.row(d) {
        let word = rank[Int(matrix.terms[e])]
        if word >= 0 && word < contextCount { contexts.append(UInt32(word)) }
      }
      contextStarts.append(contexts.count)
    }
    self.words = words
    self.contextCount = contextCount
    self.starts = starts
    self.postings = postings
    self.contextStarts = contextStarts
    self.contexts = contexts
    self.pairCounts = Array(pairCounts.prefix(contextCount))
  }

  /// Words × contexts: max(0, ln(p(w, c) / (p(w) · p'(c)))), where p' is the contexts' distribution to the
  /// power ¾. O(pairs + words × contexts).
  package func positiveMutualInformation(_ threads: ParallelChunks) -> SparseMatrix {
    let logShares = smoothedContextShares().map { Float($0 > 0 ? naturalLog($0) : 0) }
    // Most counts are small.
    let logs = (0..<1024).map { Float($0 > 0 ? naturalLog(Double($0)) : 0) }
    let parts = threads.map(count: words.count, chunkSize: 256) { range in
      var counts = [Int32](repeating: 0, count: contextCount)
      var columns: [UInt32] = []
      var values: [Float] = []
      var ends: [Int] = []
      counts.withUnsafeMutableBufferPointer { counts in
        logShares.withUnsafeBufferPointer { logShares in
          for word in range {
            let logTotal = Float(naturalLog(Double(max(1, count(of: word, into: counts)))))
            for c in 0..<contextCount where counts[c] > 0 {
              let count = Int(counts[c])
              counts[c] = 0
              let log = count < logs.count ? logs[count] : Float(naturalLog(Double(count)))
              let value = log - logTotal - logShares[c]
              if value > 0 {
                columns.append(UInt32(c))
                values.append(value)
              }
            }
            ends.append(columns.count)
          }
        }
      }
      return (columns: columns, values: values, ends: ends)
    }
    var rowStarts = [0]
    for part in parts {
      let start = rowStarts.last ?? 0
      rowStarts.append(contentsOf: part.ends.map { start + $0 })
    }
    return SparseMatrix(
      rowStarts: rowStarts, columns: Array(parts.map(\.columns).joined()),
      values: Array(parts.map(\.values).joined()), columnCount: contextCount)
  }

  /// Adds the contexts that `word` occurs with to `counts` and returns how many there are in all.
  private func count(of word: Int, into counts: UnsafeMutableBufferPointer<Int32>) -> Int {
    var total = 0
    contexts.withUnsafeBufferPointer { contexts in
      for posting in starts[word]..<starts[word + 1] {
        let document = Int(postings[posting])
        let range = contextStarts[document]..<contextStarts[document + 1]
        for i in range { counts[Int(contexts[i])] += 1 }
        total += range.count
      }
    }
    // Not with itself.
    if word < contextCount {
      total -= Int(counts[word])
      counts[word] = 0
    }
    return total
  }

  /// Each context's share of all pairs, to the power ¾ and scaled to sum 1 again.
  private func smoothedContextShares() -> [Double] {
    let powers = pairCounts.map { $0 > 0 ? exponential(0.75 * naturalLog(Double($0))) : 0 }
    let total = powers.reduce(0, +)
    return powers.map { total > 0 ? $0 / total : 0 }
  }
}
