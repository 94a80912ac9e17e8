import MinyiIndex
import MinyiModel

/// Counts how often terms occur in one document together.
struct CooccurrenceCounter {
  /// The terms that are words, those in most documents first (of equal ones the smaller id).
  let words: [Int]
  private let contextCount: Int
  /// Word w's documents: `postings[starts[w]..<starts[w + 1]]`, as rows of `contexts`.
  private let starts: [Int]
  private let postings: [UInt32]
  /// Row d of the sampled documents: its contexts, ranks among the words, at `contextStarts[d]..<contextStarts[d + 1]`.
  private let contextStarts: [Int]
  private let contexts: [UInt32]
  /// Words of each sampled document, contexts or not.
  private let wordCounts: [Int]

  /// - Parameter sampleLimit: of a larger collection, every n-th document is read.
  init(_ matrix: TermMatrix, wordLimit: Int, contextLimit: Int, sampleLimit: Int) {
    let step = max(1, (matrix.documentCount + sampleLimit - 1) / max(1, sampleLimit))
    let sample = Array(stride(from: 0, to: matrix.documentCount, by: step))
    var frequencies = [Int](repeating: 0, count: matrix.termCount)
    for d in sample { for e in matrix.row(d) { frequencies[Int(matrix.terms[e])] += 1 } }
    let order = frequencies.indices.filter { frequencies[$0] > 1 }.sorted {
      (frequencies[$1], $0) < (frequencies[$0], $1)
    }
    words = Array(order.prefix(wordLimit))
    contextCount = min(words.count, contextLimit)
    var rank = [Int](repeating: -1, count: matrix.termCount)
    for (i, term) in words.enumerated() { rank[term] = i }
    var starts = [Int](repeating: 0, count: words.count + 1)
    for (i, term) in words.enumerated() { starts[i + 1] = starts[i] + frequencies[term] }
    var next = starts
    var postings = [UInt32](repeating: 0, count: starts.last ?? 0)
    var contextStarts = [0]
    var contexts: [UInt32] = []
    var wordCounts: [Int] = []
    for (row, d) in sample.enumerated() {
      var wordCount = 0
      for e in matrix.row(d) {
        let word = rank[Int(matrix.terms[e])]
        guard word >= 0 else { continue }
        postings[next[word]] = UInt32(row)
        next[word] += 1
        wordCount += 1
        if word < contextCount { contexts.append(UInt32(word)) }
      }
      contextStarts.append(contexts.count)
      wordCounts.append(wordCount)
    }
    self.starts = starts
    self.postings = postings
    self.contextStarts = contextStarts
    self.contexts = contexts
    self.wordCounts = wordCounts
  }

  /// Words × contexts: max(0, ln(p(w, c) / (p(w) · p'(c)))), where p' is the contexts' distribution to the
  /// power ¾. O(Σ words × contexts of the sampled documents).
  func positiveMutualInformation(_ threads: ParallelChunks) -> SparseMatrix {
    let contextShares = smoothedContextShares()
    let parts = threads.map(count: words.count, chunkSize: 64) { range in
      var counts = [Int32](repeating: 0, count: contextCount)
      var columns: [UInt32] = []
      var values: [Float] = []
      var ends: [Int] = []
      for word in range {
        let total = count(of: word, into: &counts)
        for c in 0..<contextCount where counts[c] > 0 {
          let value = naturalLog(
            Double(counts[c]) / (Double(total) * contextShares[c]))
          counts[c] = 0
          if value > 0 {
            columns.append(UInt32(c))
            values.append(Float(value))
          }
        }
        ends.append(columns.count)
      }
      return (columns: columns, values: values, ends: ends)
    }
    var rowStarts = [0]
    for part in parts {
      let start = rowStarts.last ?? 0
      rowStarts.append(contentsOf: part.ends.map { start + $0 })
    }
    return SparseMatrix(
      rowStarts: rowStarts, columns: parts.flatMap(\.columns), values: parts.flatMap(\.values),
      columnCount: contextCount)
  }

  /// Adds the contexts that `word` occurs with to `counts` and returns how many there are in all.
  private func count(of word: Int, into counts: inout [Int32]) -> Int {
    var total = 0
    for posting in starts[word]..<starts[word + 1] {
      let document = Int(postings[posting])
      for i in contextStarts[document]..<contextStarts[document + 1] where contexts[i] != UInt32(word) {
        counts[Int(contexts[i])] += 1
        total += 1
      }
    }
    return total
  }

  /// Each context's share of all co-occurrences, to the power ¾ and scaled to sum 1 again.
  private func smoothedContextShares() -> [Double] {
    var sums = [Double](repeating: 0, count: contextCount)
    for (document, wordCount) in wordCounts.enumerated() {
      for i in contextStarts[document]..<contextStarts[document + 1] {
        sums[Int(contexts[i])] += Double(wordCount - 1)
      }
    }
    let powers = sums.map { $0 > 0 ? exponential(0.75 * naturalLog($0)) : 0 }
    let total = powers.reduce(0, +)
    return powers.map { total > 0 ? $0 / total : 0 }
  }
}
