import MinyiModel

/// A dense matrix in blocks of 16 columns, each block row by row: what the inner loops of products run over, so
/// that a sum stays in registers and a block in the cache.
struct ColumnBlocks: Sendable {
  typealias Lanes = SIMD16<Float>

  static let width = 16

  let rows: Int
  let columns: Int
  let blockCount: Int
  /// Block b's row r is `lanes[b * rows + r]`; lanes behind the last column are zero.
  private(set) var lanes: [Lanes]

  init(_ matrix: DenseMatrix) {
    rows = matrix.rows
    columns = matrix.columns
    blockCount = (columns + ColumnBlocks.width - 1) / ColumnBlocks.width
    lanes = [Lanes](repeating: .zero, count: blockCount * rows)
    for b in 0..<blockCount {
      let first = b * ColumnBlocks.width
      for r in 0..<rows {
        var lane = Lanes.zero
        for c in 0..<min(ColumnBlocks.width, columns - first) {
          lane[c] = matrix.values[r * columns + first + c]
        }
        lanes[b * rows + r] = lane
      }
    }
  }

  /// The matrix of `rowCount` rows by `columns` whose row r is in block b what `sum` makes of the block's rows for r.
  /// Parallel by chunks of rows, each row computed apart.
  @inline(__always)
  func product(
    rowCount: Int, chunkSize: Int, _ threads: ParallelChunks,
    _ sum: @Sendable (_ block: UnsafeBufferPointer<Lanes>, _ r: Int) -> Lanes
  ) -> DenseMatrix {
    let parts = threads.map(count: rowCount, chunkSize: chunkSize) { range in
      var part = [Float](repeating: 0, count: range.count * columns)
      part.withUnsafeMutableBufferPointer { out in
        lanes.withUnsafeBufferPointer { lanes in
          for b in 0..<blockCount {
            let block = UnsafeBufferPointer(rebasing: lanes[b * rows..<(b + 1) * rows])
            for r in range {
              ColumnBlocks.store(
                sum(block, r), block: b, row: r - range.lowerBound, columns: columns, to: out)
            }
          }
        }
      }
      return part
    }
    var product = DenseMatrix(rows: rowCount, columns: columns)
    product.values = parts.flatMap { $0 }
    return product
  }

  /// Writes the columns of block `b` in `lane` to row `r` of a row-major matrix.
  @inline(__always)
  static func store(
    _ lane: Lanes, block b: Int, row r: Int, columns: Int, to values: UnsafeMutableBufferPointer<Float>
  ) {
    let first = b * width
    let target = r * columns + first
    for c in 0..<min(width, columns - first) { values[target + c] = lane[c] }
  }
}
