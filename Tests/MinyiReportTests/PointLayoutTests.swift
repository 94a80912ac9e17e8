import MinyiModel
import MinyiReport
import Testing

@Suite struct PointLayoutTests {
  /// Three groups of 40, whose points are neighbours of their own group only, mixed at the start.
  private static let groups: (start: [SIMD2<Double>], neighbours: [[Int]]) = {
    var random = SplitMix64(seed: 3)
    let start = (0..<120).map { _ in SIMD2(random.nextUnit(), random.nextUnit()) }
    let neighbours = (0..<120).map { i in (1...6).map { (i + 3 * $0) % 120 } }
    return (start, neighbours)
  }()

  private func distance(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double {
    ((a - b) * (a - b)).sum().squareRoot()
  }

  @Test func neighboursComeTogether() {
    let places = PointLayout().places(
      PointLayoutTests.groups.start, neighbours: PointLayoutTests.groups.neighbours)
    var (within, between, pairs) = (0.0, 0.0, (0, 0))
    for i in 0..<120 {
      for j in 0..<i {
        if i % 3 == j % 3 {
          within += distance(places[i], places[j])
          pairs.0 += 1
        } else {
          between += distance(places[i], places[j])
          pairs.1 += 1
        }
      }
    }
    #expect(within / Double(pairs.0) < 0.7 * between / Double(pairs.1))
    #expect(places.allSatisfy { (0...1).contains($0.x) && (0...1).contains($0.y) })
  }

  @Test func theSameStartGivesTheSamePlaces() {
    let (start, neighbours) = PointLayoutTests.groups
    #expect(
      PointLayout().places(start, neighbours: neighbours)
        == PointLayout().places(start, neighbours: neighbours))
    var other = PointLayout()
    other.seed = 2
    #expect(
      other.places(start, neighbours: neighbours) != PointLayout().places(start, neighbours: neighbours))
  }

  @Test(arguments: [0, 1, 2, 3]) func fewPointsAreNoTrouble(_ count: Int) {
    let start = [SIMD2<Double>](repeating: SIMD2(0, 0), count: count)
    let places = PointLayout().places(start, neighbours: [[Int]](repeating: [], count: count))
    #expect(places.count == count && places.allSatisfy { (0...1).contains($0.x) && (0...1).contains($0.y) })
  }
}
