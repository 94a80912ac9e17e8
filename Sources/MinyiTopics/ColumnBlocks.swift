package import MinyiModel

/// A dense matrix in blocks of 16 columns, each block row by row: what the inner loops of products run over, so
/// that a sum stays in registers and a block in the cache.
package struct ColumnBlocks: Sendable {
  package typealias Lanes = SIMD16<Float>

  package static let width = 16

  package let rows: Int
  package let columns: Int
  package let blockCount: Int
  /// Block b's row r is `lanes[b * rows + r]`; lanes behind the last column are zero.
  package private(set) var lanes: [Lanes]

  /// A zero matrix.
  package init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    blockCount = (columns + ColumnBlocks.width - 1) / ColumnBlocks.width
    lanes = [Lanes](repeating: .zero, count: blockCount * rows)
  }

  package init(_ matrix: DenseMatrix) {
    self.init(rows: matrix.rows, columns: matrix.columns)
    let (rows, columns) = (rows, columns)
    lanes.withUnsafeMutableBytes { bytes in
      let floats = bytes.bindMemory(to: Float.self)
      matrix.values.withUnsafeBufferPointer { values in
        ColumnBlocks.forEachRun(rows, columns) { blocked, dense, count in
          for c in 0..<count { floats[blocked + c] = values[dense + c] }
        }
      }
    }
  }

  /// Calls `body` with each run of numbers that lie together in blocks and row by row alike: where it begins in the one,
  /// in the other, and how many there are.
  @inline(__always)
  private static func forEachRun(
    _ rows: Int, _ columns: Int, _ body: (_ blocked: Int, _ dense: Int, _ count: Int) -> Void
  ) {
    for (b, first) in stride(from: 0, to: columns, by: width).enumerated() {
      for r in 0..<rows { body((b * rows + r) * width, r * columns + first, min(width, columns - first)) }
    }
  }

  /// A matrix of one row.
  init(row: [Float]) {
    self.init(rows: 1, columns: row.count)
    for (c, value) in row.enumerated() { self[0, c] = value }
  }

  /// One number.
  package subscript(r: Int, c: Int) -> Float {
    get { lanes[c / ColumnBlocks.width * rows + r][c % ColumnBlocks.width] }
    set { lanes[c / ColumnBlocks.width * rows + r][c % ColumnBlocks.width] = newValue }
  }

  /// The same matrix row by row.
  package var dense: DenseMatrix {
    var matrix = DenseMatrix(rows: rows, columns: columns)
    lanes.withUnsafeBytes { bytes in
      let floats = bytes.bindMemory(to: Float.self)
      matrix.values.withUnsafeMutableBufferPointer { values in
        ColumnBlocks.forEachRun(rows, columns) { blocked, dense, count in
          for c in 0..<count { values[dense + c] = floats[blocked + c] }
        }
      }
    }
    return matrix
  }

  /// Lets `body` write the lanes. Chunks of 0..<count must write places of their own.
  mutating func fill(
    count: Int, chunkSize: Int, _ threads: ParallelChunks,
    _ body: @Sendable (_ range: Range<Int>, _ lanes: UnsafeMutableBufferPointer<Lanes>) -> Void
  ) {
    lanes.withUnsafeMutableBufferPointer { buffer in
      // Every chunk writes rows or blocks that no other chunk writes or reads.
      nonisolated(unsafe) let lanes = buffer
      _ = threads.map(count: count, chunkSize: chunkSize) { range in body(range, lanes) }
    }
  }

  /// Draws every number from -½..<½, in the order of rows.
  package mutating func randomize(_ random: inout SplitMix64) {
    let (rows, columns) = (rows, columns)
    lanes.withUnsafeMutableBytes { bytes in
      let floats = bytes.bindMemory(to: Float.self)
      for r in 0..<rows {
        for c in 0..<columns {
          let place = (c / ColumnBlocks.width * rows + r) * ColumnBlocks.width + c % ColumnBlocks.width
          floats[place] = Float(random.nextUnit() - 0.5)
        }
      }
    }
  }

  /// The columns of this matrix times `leftWeight`, then, from the next whole block on, those of `right`.
  func beside(_ right: ColumnBlocks, leftWeight: Float) -> ColumnBlocks {
    var joined = ColumnBlocks(rows: rows, columns: blockCount * ColumnBlocks.width + right.columns)
    for (i, lane) in lanes.enumerated() { joined.lanes[i] = lane * leftWeight }
    for (i, lane) in right.lanes.enumerated() { joined.lanes[lanes.count + i] = lane }
    return joined
  }

  /// Scales every row to length 1; a zero row stays zero.
  package mutating func normalizeRows() {
    let (rows, blockCount) = (rows, blockCount)
    lanes.withUnsafeMutableBufferPointer { lanes in
      for r in 0..<rows {
        var squares = Lanes.zero
        for b in 0..<blockCount { squares += lanes[b * rows + r] * lanes[b * rows + r] }
        let sum = squares.sum()
        guard sum > 0 else { continue }
        let scale = 1 / sum.squareRoot()
        for b in 0..<blockCount { lanes[b * rows + r] *= scale }
      }
    }
  }

  /// A matrix of `rows` rows whose row r is row `source[r]` of this one, or zero where that is negative.
  func gathered(_ source: [Int]) -> ColumnBlocks {
    var gathered = ColumnBlocks(rows: source.count, columns: columns)
    for b in 0..<blockCount {
      for (r, place) in source.enumerated() where place >= 0 {
        gathered.lanes[b * source.count + r] = lanes[b * rows + place]
      }
    }
    return gathered
  }

  /// The product with a columns × k matrix, parallel by rows.
  package func times(_ right: DenseMatrix, _ threads: ParallelChunks) -> ColumnBlocks {
    let factors = ColumnBlocks(right)
    var product = ColumnBlocks(rows: rows, columns: right.columns)
    product.fill(count: rows, chunkSize: 512, threads) { range, out in
      lanes.withUnsafeBytes { bytes in
        let left = bytes.bindMemory(to: Float.self)
        factors.lanes.withUnsafeBufferPointer { factors in
          for b in 0..<(right.columns + ColumnBlocks.width - 1) / ColumnBlocks.width {
            for r in range {
              var sum = Lanes.zero
              for block in 0..<blockCount {
                let source = (block * rows + r) * ColumnBlocks.width
                let first = block * ColumnBlocks.width
                for i in 0..<min(ColumnBlocks.width, columns - first) {
                  sum += left[source + i] * factors[b * columns + first + i]
                }
              }
              out[b * rows + r] = sum
            }
          }
        }
      }
    }
    return product
  }
}
