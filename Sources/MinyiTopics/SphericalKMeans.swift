package import MinyiModel

/// k-means on unit vectors by cosine, with seeded k-means++ starts. A few rounds show which starts are worth going on
/// with; the best of those counts.
///
/// Source: Dhillon and Modha, Machine Learning 42 (2001); start: Arthur and Vassilvitskii, SODA 2007.
/// O(starts × iterations × points × k × dimensions).
package struct SphericalKMeans {
  package var starts = 16
  /// The starts that go on after `screening` rounds, for up to `iterations` more; nil: 4, and more of few points,
  /// where luck counts more and a round costs little.
  package var finalists: Int?
  package var iterations = 25
  package var seed: UInt64
  package var threads: ParallelChunks

  private static let screening = 4

  private typealias Lanes = ColumnBlocks.Lanes

  package init(threads: ParallelChunks, seed: UInt64 = 1) {
    self.threads = threads
    self.seed = seed
  }

  /// The cluster (0..<k) of each row of `points`.
  package func clusters(of points: DenseMatrix, k: Int) -> [Int] { finalists(of: points, k: k)[0] }

  /// The clusterings of the starts that went on to the end, the best first.
  package func finalists(of points: DenseMatrix, k: Int) -> [[Int]] {
    guard k > 1, points.rows > 0 else { return [[Int](repeating: 0, count: points.rows)] }
    var random = SplitMix64(seed: seed)
    var runs = (0..<max(1, starts)).map { _ in
      Run(centers: start(points, k: min(k, points.rows), &random), count: points.rows)
    }
    for i in runs.indices { advance(&runs[i], points, by: SphericalKMeans.screening) }
    // Most starts show early whether they lead anywhere; of equal ones the earlier.
    let kept = runs.indices.sorted { (runs[$1].score, $0) < (runs[$0].score, $1) }.prefix(
      finalists ?? max(4, 40_000 / points.rows))
    runs = kept.sorted().map { runs[$0] }
    for i in runs.indices { advance(&runs[i], points, by: iterations) }
    return runs.indices.sorted { (runs[$1].score, $0) < (runs[$0].score, $1) }.map { runs[$0].clusters }
  }

  /// One start and what became of it.
  private struct Run {
    var centers: DenseMatrix
    var clusters: [Int]
    /// The sum of the points' cosines with their centres.
    var score = 0.0
    var isDone = false

    init(centers: DenseMatrix, count: Int) {
      self.centers = centers
      clusters = [Int](repeating: -1, count: count)
    }
  }

  private func advance(_ run: inout Run, _ points: DenseMatrix, by rounds: Int) {
    for _ in 0..<rounds where !run.isDone {
      let (moved, score) = assign(points, to: run.centers, &run.clusters)
      run.score = score
      run.isDone = moved == 0
      if moved > 0 { update(&run.centers, points, run.clusters) }
    }
  }

  /// k-means++: each next centre is drawn in proportion to its distance from those before.
  private func start(_ points: DenseMatrix, k: Int, _ random: inout SplitMix64) -> DenseMatrix {
    var centers = DenseMatrix(rows: k, columns: points.columns)
    var distances = [Double](repeating: .infinity, count: points.rows)
    var chosen = random.next(below: points.rows)
    for c in 0..<k {
      centers.values.replaceSubrange(centers.row(c), with: points.values[points.row(chosen)])
      let cosines = cosines(points, chosen)
      var total = 0.0
      for r in 0..<points.rows {
        distances[r] = min(distances[r], max(0, 1 - Double(cosines[r])))
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

  /// The dot products of all points with point `chosen`.
  private func cosines(_ points: DenseMatrix, _ chosen: Int) -> [Float] {
    let n = points.columns
    return threads.map(count: points.rows, chunkSize: 4096) { range in
      points.values.withUnsafeBufferPointer { values in
        range.map { r in
          var sums = Lanes.zero
          var i = 0
          while i + Lanes.scalarCount <= n {
            sums += SphericalKMeans.lanes(values, r * n + i) * SphericalKMeans.lanes(values, chosen * n + i)
            i += Lanes.scalarCount
          }
          var sum = sums.sum()
          while i < n {
            sum += values[r * n + i] * values[chosen * n + i]
            i += 1
          }
          return sum
        }
      }
    }.flatMap { $0 }
  }

  @inline(__always)
  private static func lanes(_ values: UnsafeBufferPointer<Float>, _ first: Int) -> Lanes {
    UnsafeRawPointer(values.baseAddress.unsafelyUnwrapped + first).loadUnaligned(as: Lanes.self)
  }

  /// The nearest centre of every point; of equals the smaller. Chunks are scored apart and summed in order.
  private func assign(
    _ points: DenseMatrix, to centers: DenseMatrix, _ clusters: inout [Int]
  ) -> (moved: Int, score: Double) {
    let (k, n) = (centers.rows, points.columns)
    // Centres side by side in columns, so that the inner loop runs over centres in vector registers.
    let columns = ColumnBlocks(centers.transposed)
    let parts = threads.map(count: points.rows, chunkSize: 1024) { range in
      var nearest = [Int](repeating: 0, count: range.count)
      var tops = [Float](repeating: -.infinity, count: range.count)
      points.values.withUnsafeBufferPointer { values in
        columns.lanes.withUnsafeBufferPointer { lanes in
          for b in 0..<columns.blockCount {
            let first = b * ColumnBlocks.width
            // Behind the last centre there is nothing to be near to.
            var absent = Lanes.zero
            for c in 0..<ColumnBlocks.width where first + c >= k { absent[c] = -.infinity }
            func take(_ sums: Lanes, _ i: Int) {
              let sums = sums + absent
              let top = sums.max()
              guard top > tops[i] else { return }
              tops[i] = top
              var c = 0
              while sums[c] < top { c += 1 }
              nearest[i] = first + c
            }
            // Two points at a time: the centres are read once for both.
            var i = 0
            while i < range.count {
              let left = (range.lowerBound + i) * n
              let right = i + 1 < range.count ? left + n : left
              var (leftSums, rightSums) = (Lanes.zero, Lanes.zero)
              for j in 0..<n {
                let center = lanes[b * n + j]
                leftSums += values[left + j] * center
                rightSums += values[right + j] * center
              }
              take(leftSums, i)
              if i + 1 < range.count { take(rightSums, i + 1) }
              i += 2
            }
          }
        }
      }
      return (nearest: nearest, score: tops.reduce(0.0) { $0 + Double($1) })
    }
    let nearest = parts.flatMap(\.nearest)
    let moved = zip(nearest, clusters).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
    clusters = nearest
    return (moved, parts.reduce(0) { $0 + $1.score })
  }

  private func update(_ centers: inout DenseMatrix, _ points: DenseMatrix, _ clusters: [Int]) {
    let n = points.columns
    var sums = DenseMatrix(rows: centers.rows, columns: n)
    sums.values.withUnsafeMutableBufferPointer { sums in
      points.values.withUnsafeBufferPointer { values in
        for (r, cluster) in clusters.enumerated() {
          let target = UnsafeMutableBufferPointer(rebasing: sums[cluster * n..<(cluster + 1) * n])
          let source = UnsafeBufferPointer(rebasing: values[r * n..<(r + 1) * n])
          for i in 0..<n { target[i] += source[i] }
        }
      }
    }
    // A centre that lost all its points stays where it was.
    for c in 0..<centers.rows where !sums.values[sums.row(c)].allSatisfy({ $0 == 0 }) {
      centers.values.replaceSubrange(centers.row(c), with: sums.values[sums.row(c)])
    }
    centers.normalizeRows()
  }
}
