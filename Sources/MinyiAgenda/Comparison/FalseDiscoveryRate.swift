/// A limit for many tests at once: of what passes, `rate` may be by chance.
///
/// Source: Benjamini and Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57,
/// 1995.
public struct FalseDiscoveryRate: Sendable {
  /// Expected share of false ones among the discoveries.
  public var rate: Double

  /// - Parameter rate: 0...1.
  public init(_ rate: Double = 0.05) { self.rate = rate }

  /// The largest of `probabilities` that is still a discovery: p(i) <= rate × i / n in ascending order; below 0 where there
  /// is none. O(n log n).
  public func limit(of probabilities: [Double]) -> Double {
    let sorted = probabilities.sorted()
    let last = sorted.indices.last { sorted[$0] <= rate * Double($0 + 1) / Double(sorted.count) }
    return last.map { sorted[$0] } ?? -1
  }
}
