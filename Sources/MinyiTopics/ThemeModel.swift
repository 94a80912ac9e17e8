package import MinyiIndex
import MinyiModel

/// The most probable theme of a text, learnt from documents that have one: naive Bayes over term counts.
///
/// P(theme | text) is in proportion to P(theme) · Π P(term | theme)^count, with `MultinomialMixture.smoothing` added to every
/// count. As in the fit of the mixture log probabilities count 30 / (30 + m), with m the mean number of distinct terms of a
/// document: words of one text are not independent. Logarithms are whole numbers of 1/1024, so that sums are exact.
package struct ThemeModel: Sendable {
  package let themeCount: Int
  private let logPriors: [Int32]
  /// Row t: log probability of term t in each theme, in blocks of 16.
  private let logTerms: [SIMD16<Int16>]
  private let blockCount: Int
  private let sharpness: Double

  private static let width = 16
  private static let unit = 1024.0
  /// Occurrences of one term that count, and terms summed in 32 bits: 63 · 1024 · 2^15 < 2^31.
  private static let countLimit: UInt32 = 63
  private static let termLimit = 1024

  /// The model of the documents of `matrix` with a theme in 0..<themeCount; -1 for those with none. O(entries + terms ·
  /// themes).
  package init(_ themes: [Int32], themeCount: Int, matrix: TermMatrix) {
    self.themeCount = themeCount
    let blockCount = (themeCount + ThemeModel.width - 1) / ThemeModel.width
    self.blockCount = blockCount
    sharpness = 30 / (30 + Double(matrix.terms.count) / Double(max(1, matrix.documentCount)))
    let stride = blockCount * ThemeModel.width
    var counts = [UInt32](repeating: 0, count: matrix.termCount * stride)
    var totals = [Double](repeating: 0, count: themeCount)
    var priors = [Double](repeating: 1, count: themeCount)
    for (d, theme) in themes.enumerated() where theme >= 0 {
      let theme = Int(theme)
      priors[theme] += 1
      for e in matrix.row(d) {
        counts[Int(matrix.terms[e]) * stride + theme] += matrix.counts[e]
        totals[theme] += Double(matrix.counts[e])
      }
    }
    let priorTotal = priors.reduce(0, +)
    logPriors = priors.map { Int32((naturalLog($0 / priorTotal) * ThemeModel.unit).rounded()) }
    let smoothing = Double(MultinomialMixture.smoothing)
    let logTotals = totals.map { naturalLog($0 + smoothing * Double(matrix.termCount)) }
    // Most counts are none, and small ones come again and again.
    let logs = (0..<256).map { naturalLog(Double($0) + smoothing) }
    logTerms = (0..<matrix.termCount * blockCount).map { place in
      let first = place % blockCount * ThemeModel.width
      var lanes = SIMD16<Int16>.zero
      for c in first..<min(themeCount, first + ThemeModel.width) {
        let count = counts[place / blockCount * stride + c]
        let log = count < 256 ? logs[Int(count)] : naturalLog(Double(count) + smoothing)
        lanes[c - first] = Int16(max(-32_768, ((log - logTotals[c]) * ThemeModel.unit).rounded()))
      }
      return lanes
    }
  }

  /// The most probable theme of a text, of equal ones the smaller, and its probability; nil where there is no theme or no
  /// term.
  package func theme(
    of terms: UnsafeBufferPointer<UInt32>, _ counts: UnsafeBufferPointer<UInt32>
  ) -> (theme: Int, probability: Double)? {
    guard themeCount > 0, !terms.isEmpty else { return nil }
    return withUnsafeTemporaryAllocation(of: Int64.self, capacity: themeCount) { sums in
      for c in 0..<themeCount { sums[c] = Int64(logPriors[c]) }
      logTerms.withUnsafeBufferPointer { logTerms in
        for start in stride(from: 0, to: terms.count, by: ThemeModel.termLimit) {
          let end = min(terms.count, start + ThemeModel.termLimit)
          for b in 0..<blockCount {
            var sum = SIMD16<Int32>.zero
            for i in start..<end {
              let lanes = SIMD16<Int32>(truncatingIfNeeded: logTerms[Int(terms[i]) * blockCount + b])
              sum &+= lanes &* Int32(min(counts[i], ThemeModel.countLimit))
            }
            let first = b * ThemeModel.width
            for c in first..<min(themeCount, first + ThemeModel.width) { sums[c] += Int64(sum[c - first]) }
          }
        }
      }
      var best = 0
      for c in 1..<max(1, themeCount) where sums[c] > sums[best] { best = c }
      var total = 0.0
      for c in 0..<themeCount {
        let distance = Double(sums[c] - sums[best]) / ThemeModel.unit * sharpness
        // Below e^-30 a share is nothing.
        if distance > -30 { total += exponential(distance) }
      }
      return (best, 1 / total)
    }
  }
}
