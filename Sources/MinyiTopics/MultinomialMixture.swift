package import MinyiIndex
package import MinyiModel

/// Refines a grouping by a mixture of multinomials over term counts (naive Bayes fitted by EM).
///
/// Source: Nigam, McCallum, Thrun and Mitchell, Machine Learning 39 (2000). O(iterations × entries × k).
package struct MultinomialMixture {
  package var iterations = 15
  /// Added to every term's count in every group.
  package var smoothing = 0.1
  package var threads: ParallelChunks

  package init(threads: ParallelChunks) { self.threads = threads }

  /// The most probable group of each document, starting from `clusters` (values in 0..<k).
  package func refined(_ clusters: [Int], k: Int, matrix: TermMatrix) -> [Int] {
    guard k > 1 else { return clusters }
    var responsibilities = DenseMatrix(rows: matrix.documentCount, columns: k)
    for (d, c) in clusters.enumerated() { responsibilities.values[d * k + c] = 1 }
    for _ in 0..<iterations {
      let model = fitted(responsibilities, matrix)
      responsibilities = expected(model, matrix)
    }
    return (0..<matrix.documentCount).map { d in
      var best = 0
      for c in 1..<k where responsibilities.values[d * k + c] > responsibilities.values[d * k + best] {
        best = c
      }
      return best
    }
  }

  private struct Model: Sendable {
    var logPriors: [Float]
    /// Row t: log probability of term t in each group.
    var logTerms: DenseMatrix
  }

  private func fitted(_ responsibilities: DenseMatrix, _ matrix: TermMatrix) -> Model {
    let k = responsibilities.columns
    var sums = [Double](repeating: smoothing, count: matrix.termCount * k)
    var priors = [Double](repeating: 1, count: k)
    for d in 0..<matrix.documentCount {
      for c in 0..<k { priors[c] += Double(responsibilities.values[d * k + c]) }
      for e in matrix.row(d) {
        let target = Int(matrix.terms[e]) * k
        for c in 0..<k {
          sums[target + c] += Double(matrix.counts[e]) * Double(responsibilities.values[d * k + c])
        }
      }
    }
    var totals = [Double](repeating: 0, count: k)
    for t in 0..<matrix.termCount { for c in 0..<k { totals[c] += sums[t * k + c] } }
    var logTerms = DenseMatrix(rows: matrix.termCount, columns: k)
    for t in 0..<matrix.termCount {
      for c in 0..<k { logTerms.values[t * k + c] = Float(naturalLog(sums[t * k + c] / totals[c])) }
    }
    let priorTotal = priors.reduce(0, +)
    return Model(logPriors: priors.map { Float(naturalLog($0 / priorTotal)) }, logTerms: logTerms)
  }

  private func expected(_ model: Model, _ matrix: TermMatrix) -> DenseMatrix {
    let k = model.logPriors.count
    let parts = threads.map(count: matrix.documentCount, chunkSize: 1024) { range in
      var part: [Float] = []
      part.reserveCapacity(range.count * k)
      for d in range {
        var scores = model.logPriors
        for e in matrix.row(d) {
          let source = Int(matrix.terms[e]) * k
          let count = Float(matrix.counts[e])
          for c in 0..<k { scores[c] += count * model.logTerms.values[source + c] }
        }
        let top = scores.max() ?? 0
        let shares = scores.map { exponential($0 - top) }
        let total = shares.reduce(0, +)
        part.append(contentsOf: shares.map { $0 / total })
      }
      return part
    }
    var result = DenseMatrix(rows: matrix.documentCount, columns: k)
    result.values = parts.flatMap { $0 }
    return result
  }
}
