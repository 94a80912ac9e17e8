package import MinyiModel

/// k-means on unit vectors by cosine, with seeded k-means++ starts; the best of several starts counts.
///
/// Source: Dhillon and Modha, Machine Learning 42 (2001); start: Arthur and Vassilvitskii, SODA 2007.
/// O(starts × iterations × points × k × dimensions).
package struct SphericalKMeans {
  /// nil: 4 to 16, the more the fewer points there are: a small collection is cheap to try, and one unlucky start
  /// costs it more.
  package var starts: Int?
  package var iterations = 30
  package var seed: UInt64 = 1
  package var threads: ParallelChunks

  package init(threads: ParallelChunks) { self.threads = threads }

  /// The cluster (0..<k) of each row of `points`.
  package func clusters(of points: DenseMatrix, k: Int) -> [Int] {
    guard k > 1, points.rows > 0 else { return [Int](repeating: 0, count: points.rows) }
    var best: (clusters: [Int], score: Double)?
    var random = SplitMix64(seed: seed)
    for _ in 0..<(starts ?? min(16, max(4, 100_000 / points.rows))) {
      var centers = start(points, k: min(k, points.rows), &random)
      var clusters = [Int](repeating: -1, count: points.rows)
      var score = 0.0
      for _ in 0..<iterations {
        let (moved, sum) = assign(points, to: centers, &clusters)
        score = sum
        if moved == 0 { break }
        update(&centers, points, clusters)
      }
      if score > best?.score ?? -.infinity { best = (clusters, score) }
    }
    return best?.clusters ?? []
  }

  /// k-means++: each next centre is drawn in proportion to its distance from those before.
  private func start(_ points: DenseMatrix, k: Int, _ random: inout SplitMix64) -> DenseMatrix {
    var centers = DenseMatrix(rows: k, columns: points.columns)
    var distances = [Double](repeating: .infinity, count: points.rows)
    var chosen = random.next(below: points.rows)
    for c in 0..<k {
      for i in 0..<points.columns {
        centers.values[c * points.columns + i] = points.values[chosen * points.columns + i]
      }
      var total = 0.0
      for r in 0..<points.rows {
        distances[r] = min(distances[r], max(0, 1 - Double(dot(points, r, centers, c))))
        total += distances[r]
      }
      guard total > 0 else { continue }
      var left = random.nextUnit() * total
      chosen = points.rows - 1
      for r in 0..<points.rows {
        left -= distances[r]
        if left < 0 {
          chosen = r
          break
        }
      }
    }
    return centers
  }

  /// The nearest centre of every point; of equals the smaller. Chunks are scored apart and summed in order.
  private func assign(
    _ points: DenseMatrix, to centers: DenseMatrix, _ clusters: inout [Int]
  ) -> (moved: Int, score: Double) {
    let (k, n) = (centers.rows, points.columns)
    // Columns of centres side by side, so that the inner loop runs over centres in vector registers.
    var transposed = [Float](repeating: 0, count: n * k)
    for c in 0..<k { for i in 0..<n { transposed[i * k + c] = centers.values[c * n + i] } }
    let parts = threads.map(count: points.rows, chunkSize: 1024) { [transposed] range in
      var nearest: [Int] = []
      var score = 0.0
      var dots = [Float](repeating: 0, count: k)
      for r in range {
        dots.withUnsafeMutableBufferPointer { dots in
          dots.update(repeating: 0)
          points.values.withUnsafeBufferPointer { values in
            transposed.withUnsafeBufferPointer { centers in
              for i in 0..<n {
                let value = values[r * n + i]
                for c in 0..<k { dots[c] += value * centers[i * k + c] }
              }
            }
          }
        }
        var best = 0
        for c in 1..<k where dots[c] > dots[best] { best = c }
        nearest.append(best)
        score += Double(dots[best])
      }
      return (nearest: nearest, score: score)
    }
    let nearest = parts.flatMap(\.nearest)
    let moved = zip(nearest, clusters).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
    clusters = nearest
    return (moved, parts.reduce(0) { $0 + $1.score })
  }

  private func update(_ centers: inout DenseMatrix, _ points: DenseMatrix, _ clusters: [Int]) {
    var sums = DenseMatrix(rows: centers.rows, columns: centers.columns)
    for r in 0..<points.rows {
      let target = clusters[r] * points.columns
      for i in 0..<points.columns { sums.values[target + i] += points.values[r * points.columns + i] }
    }
    // A centre that lost all its points stays where it was.
    for c in 0..<centers.rows where !sums.values[sums.row(c)].allSatisfy({ $0 == 0 }) {
      for i in sums.row(c) { centers.values[i] = sums.values[i] }
    }
    centers.normalizeRows()
  }

  @inline(__always)
  private func dot(_ a: DenseMatrix, _ r: Int, _ b: DenseMatrix, _ c: Int) -> Float {
    let n = a.columns
    return a.values.withUnsafeBufferPointer { a in
      b.values.withUnsafeBufferPointer { b in
        var sum: Float = 0
        for i in 0..<n { sum += a[r * n + i] * b[c * n + i] }
        return sum
      }
    }
  }
}
