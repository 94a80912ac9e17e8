package import MinyiIndex
package import MinyiModel

/// A mixture of multinomials over term counts (naive Bayes), fitted by EM from a grouping.
///
/// While it is fitted, a text's log probabilities count 30 / (30 + m), with m the mean number of distinct terms, so
/// that texts stay shared among groups for longer. Source: Nigam, McCallum, Thrun and Mitchell, Machine Learning 39
/// (2000); tempering: Ueda and Nakano, Neural Networks 11 (1998). O(iterations × entries × k).
package struct MultinomialMixture: Sendable {
  private let k: Int
  /// What the words of a text count, which are not independent: a long one would be far too sure of its group.
  private let sharpness: Float
  private let logPriors: [Float]
  /// Row t: log probability of term t in each group; zero for terms that no document of the fit has.
  private let logTerms: ColumnBlocks

  /// Added to every term's count in every group.
  package static let smoothing: Float = 0.1

  /// The mixture after `iterations` rounds, from `clusters` (values in 0..<k).
  package init(
    _ clusters: [Int], k: Int, matrix: TermMatrix, iterations: Int = 10, threads: ParallelChunks
  ) {
    var shares = ColumnBlocks(rows: clusters.count, columns: k)
    for (d, c) in clusters.enumerated() { shares[d, c] = 1 }
    self.init(shares: shares, matrix: matrix, iterations: iterations, threads: threads)
  }

  /// The mixture after `iterations` rounds, from each text's shares of the groups.
  package init(shares: ColumnBlocks, matrix: TermMatrix, iterations: Int = 10, threads: ParallelChunks) {
    k = shares.columns
    let mean = Float(matrix.terms.count) / Float(max(1, matrix.documentCount))
    sharpness = 30 / (30 + mean)
    let counts = SparseMatrix(countsOf: matrix)
    var shares = shares
    var model = MultinomialMixture.fitted(shares, counts, threads)
    for _ in 1..<max(1, iterations) {
      shares = counts.times(model.logTerms, threads)
      shares.softmaxRows(adding: model.logPriors, sharpness: sharpness, threads)
      model = MultinomialMixture.fitted(shares, counts, threads)
    }
    (logPriors, logTerms) = model
  }

  /// The most probable group of each document, of equal ones the smaller.
  package func groups(of matrix: TermMatrix, _ threads: ParallelChunks) -> [Int] {
    guard k > 1 else { return [Int](repeating: 0, count: matrix.documentCount) }
    return threads.map(count: matrix.documentCount, chunkSize: 2048) { range in
      var best = [Int](repeating: 0, count: range.count)
      var scores = [Float](repeating: -.infinity, count: range.count)
      for b in 0..<logTerms.blockCount {
        let first = b * ColumnBlocks.width
        var priors = ColumnBlocks.Lanes(repeating: -.infinity)
        for c in first..<min(k, first + ColumnBlocks.width) { priors[c - first] = logPriors[c] }
        logTerms.lanes.withUnsafeBufferPointer { lanes in
          matrix.terms.withUnsafeBufferPointer { terms in
            matrix.counts.withUnsafeBufferPointer { counts in
              let block = UnsafeBufferPointer(
                rebasing: lanes[b * logTerms.rows..<(b + 1) * logTerms.rows])
              for (i, d) in range.enumerated() {
                var sum = priors
                for e in matrix.row(d) { sum += Float(counts[e]) * block[Int(terms[e])] }
                let top = sum.max()
                guard top > scores[i] else { continue }
                scores[i] = top
                var c = 0
                while sum[c] < top { c += 1 }
                best[i] = first + c
              }
            }
          }
        }
      }
      return best
    }.flatMap { $0 }
  }

  /// ln p of each document, tempered, terms that the fit has not seen left out.
  package func logLikelihoods(of matrix: TermMatrix, _ threads: ParallelChunks) -> [Double] {
    let scores = SparseMatrix(countsOf: matrix).times(logTerms, threads)
    return (0..<matrix.documentCount).map { d in
      let logs = (0..<k).map { Double(scores[d, $0] * sharpness + logPriors[$0]) }
      let top = logs.max() ?? 0
      return top + naturalLog(logs.reduce(0) { $0 + exponential($1 - top) })
    }
  }

  private static func fitted(
    _ shares: ColumnBlocks, _ counts: SparseMatrix, _ threads: ParallelChunks
  ) -> (logPriors: [Float], logTerms: ColumnBlocks) {
    let priors = shares.columnSums.map { $0 + 1 }
    let priorTotal = priors.reduce(0, +)
    var logTerms = counts.transposedTimes(shares, threads)
    let totals = logTerms.columnSums.map { $0 + Double(smoothing) * Double(logTerms.rows) }
    logTerms.takeLogs(adding: smoothing, less: totals.map { Float(naturalLog($0)) }, threads)
    return (priors.map { Float(naturalLog($0 / priorTotal)) }, logTerms)
  }
}
