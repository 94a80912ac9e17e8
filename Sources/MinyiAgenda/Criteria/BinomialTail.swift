import MinyiModel

/// Exact tail of the binomial distribution.
package enum BinomialTail {
  /// P(X >= k) for X ~ B(n, p). O(n).
  package static func atLeast(_ k: Int, of n: Int, probability p: Double) -> Double {
    if k <= 0 { return 1 }
    if p <= 0 { return 0 }
    if p >= 1 { return 1 }
    // Terms by recurrence in logarithms, so that large n do not underflow.
    var logTerm = Double(n) * naturalLog(1 - p)
    var tail = 0.0
    for i in 0...n {
      if i >= k { tail += exponential(logTerm) }
      if i < n { logTerm += naturalLog(Double(n - i) / Double(i + 1)) + naturalLog(p / (1 - p)) }
    }
    return min(1, tail)
  }
}
