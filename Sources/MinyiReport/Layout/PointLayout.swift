import MinyiModel

/// Moves points of a plane until neighbours lie near each other and strangers apart.
///
/// A lean form of UMAP's layout (McInnes, Healy and Melville, "UMAP: uniform manifold approximation and projection",
/// arXiv:1802.03426, 2018): unweighted nearest neighbours attract, points drawn by a seeded generator repel, with
/// 1 / (1 + d²) as the likeness at distance d. That has no power to compute, so all steps are exact arithmetic and
/// the same start gives the same bits.
public struct PointLayout: Sendable {
  /// How often every pair of neighbours is moved, by smaller and smaller steps.
  public var rounds = 150
  /// Strangers drawn for each pair of neighbours.
  public var strangers = 4
  /// Of the generator that draws strangers and tells equal starts apart.
  public var seed: UInt64 = 1

  /// 150 rounds with four strangers.
  public init() {}

  /// - Parameters:
  ///   - start: where the points begin.
  ///   - neighbours: of each point, the points that it should be near.
  /// - Returns: places in 0...1, a small margin kept. O(rounds × neighbours × strangers).
  public func places(_ start: [SIMD2<Double>], neighbours: [[Int]]) -> [SIMD2<Double>] {
    var points = PointLayout.scaled(start, to: 10)
    guard points.count > 2 else { return PointLayout.fitted(points) }
    var random = SplitMix64(seed: seed)
    // Equal starts must be told apart.
    for i in points.indices { points[i] += SIMD2(random.nextUnit() - 0.5, random.nextUnit() - 0.5) * 0.02 }
    for round in 0..<rounds {
      let step = 1 - Double(round) / Double(rounds)
      for i in points.indices {
        for j in neighbours[i] where j != i {
          let pull = PointLayout.attraction(points[i] - points[j]) * step
          points[i] += pull
          points[j] -= pull
          for _ in 0..<strangers {
            let k = random.next(below: points.count)
            if k != i { points[i] += PointLayout.repulsion(points[i] - points[k]) * step }
          }
        }
      }
    }
    return PointLayout.fitted(points)
  }

  private static func attraction(_ difference: SIMD2<Double>) -> SIMD2<Double> {
    let squared = (difference * difference).sum()
    // Weak at small distances: a group stays wide enough to be looked at.
    return limited(difference * (-squared / ((1 + squared) * (1 + squared))))
  }

  private static func repulsion(_ difference: SIMD2<Double>) -> SIMD2<Double> {
    let squared = (difference * difference).sum()
    return limited(difference * (2 / ((0.001 + squared) * (1 + squared))))
  }

  private static func limited(_ step: SIMD2<Double>) -> SIMD2<Double> {
    step.clamped(lowerBound: SIMD2(repeating: -4), upperBound: SIMD2(repeating: 4))
  }

  /// The points around 0, within ± `half`.
  private static func scaled(_ points: [SIMD2<Double>], to half: Double) -> [SIMD2<Double>] {
    fitted(points).map { ($0 - SIMD2(repeating: 0.5)) * (2 * half) }
  }

  /// The points within 0...1, each axis by itself: by its outer hundredths, so that a stray point does not press the rest
  /// together; what lies beyond stands at the edge.
  private static func fitted(_ points: [SIMD2<Double>]) -> [SIMD2<Double>] {
    guard !points.isEmpty else { return [] }
    func range(_ values: [Double]) -> (low: Double, high: Double) {
      let sorted = values.sorted()
      let cut = sorted.count / 100
      return (sorted[cut], sorted[sorted.count - 1 - cut])
    }
    let (xs, ys) = (range(points.map(\.x)), range(points.map(\.y)))
    func place(_ value: Double, _ range: (low: Double, high: Double)) -> Double {
      guard range.high > range.low else { return 0.5 }
      return min(1, max(0, 0.03 + 0.94 * (value - range.low) / (range.high - range.low)))
    }
    return points.map { SIMD2(place($0.x, xs), place($0.y, ys)) }
  }
}
