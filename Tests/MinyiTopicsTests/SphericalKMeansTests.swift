import MinyiModel
import MinyiTopics
import Testing

struct SphericalKMeansTests {
  /// Unit vectors about `centers` random directions, with the direction of each.
  private func planted(_ count: Int, centers: Int, dimensions: Int, noise: Double, seed: UInt64) -> (
    points: DenseMatrix, labels: [Int]
  ) {
    var random = SplitMix64(seed: seed)
    var points = DenseMatrix(rows: count, columns: dimensions)
    var labels: [Int] = []
    for r in 0..<count {
      // Directions are axes, so that they are far apart.
      let label = random.next(below: centers)
      labels.append(label)
      for i in 0..<dimensions {
        points.values[r * dimensions + i] = Float((i == label ? 1 : 0) + noise * (random.nextUnit() - 0.5))
      }
    }
    points.normalizeRows()
    return (points, labels)
  }

  @Test func plantedClustersAreFound() {
    for (seed, centers) in [2, 3, 5, 8].enumerated() {
      let (points, labels) = planted(200, centers: centers, dimensions: 9, noise: 0.4, seed: UInt64(seed))
      let clusters = SphericalKMeans(threads: ParallelChunks(threadCount: 2)).clusters(of: points, k: centers)
      #expect(agreement(clusters, labels) == 1, "\(centers) clusters")
    }
  }

  @Test func everyPointIsWithItsNearestCentre() {
    for seed in 0..<20 {
      let (points, _) = planted(60, centers: 4, dimensions: 6, noise: 1.5, seed: UInt64(100 + seed))
      let k = 2 + seed % 4
      let clusters = SphericalKMeans(threads: ParallelChunks(threadCount: 2)).clusters(of: points, k: k)
      #expect(clusters.count == 60 && clusters.allSatisfy { (0..<k).contains($0) })
      let centers = (0..<k).map { c -> [Double] in
        var sum = [Double](repeating: 0, count: 6)
        for r in 0..<60 where clusters[r] == c {
          for i in 0..<6 { sum[i] += Double(points.values[r * 6 + i]) }
        }
        let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? sum.map { $0 / length } : sum
      }
      for r in 0..<60 {
        let values = centers.map { center in
          (0..<6).reduce(0.0) { $0 + Double(points.values[r * 6 + $1]) * center[$1] }
        }
        let best = values.max() ?? 0
        #expect(values[clusters[r]] >= best - 1e-4, "seed \(seed), point \(r): \(values), in \(clusters[r])")
      }
    }
  }

  @Test func theSameSeedGivesTheSameClusters() {
    let (points, _) = planted(150, centers: 5, dimensions: 7, noise: 2, seed: 7)
    var means = SphericalKMeans(threads: ParallelChunks(threadCount: 2))
    let expected = means.clusters(of: points, k: 6)
    #expect(means.clusters(of: points, k: 6) == expected)
    means.seed = 2
    means.starts = 1
    let other = means.clusters(of: points, k: 6)
    #expect(other != expected && Set(other).count == 6)
  }

  @Test func smallCases() {
    let (points, _) = planted(3, centers: 3, dimensions: 4, noise: 1, seed: 8)
    #expect(SphericalKMeans(threads: ParallelChunks(threadCount: 2)).clusters(of: points, k: 1) == [0, 0, 0])
    #expect(
      Set(SphericalKMeans(threads: ParallelChunks(threadCount: 2)).clusters(of: points, k: 3)).count == 3)
    #expect(
      Set(SphericalKMeans(threads: ParallelChunks(threadCount: 2)).clusters(of: points, k: 10)).count == 3)
    #expect(
      SphericalKMeans(threads: ParallelChunks(threadCount: 2)).clusters(
        of: DenseMatrix(rows: 0, columns: 4), k: 3
      ).isEmpty)
    // Nothing but the same point, or nothing but zeros: one cluster.
    var same = DenseMatrix(rows: 5, columns: 2)
    for r in 0..<5 { same.values[2 * r] = 1 }
    #expect(Set(SphericalKMeans(threads: ParallelChunks(threadCount: 2)).clusters(of: same, k: 3)).count == 1)
    #expect(
      Set(
        SphericalKMeans(threads: ParallelChunks(threadCount: 2)).clusters(
          of: DenseMatrix(rows: 5, columns: 2), k: 3)
      ).count == 1)
  }
}
