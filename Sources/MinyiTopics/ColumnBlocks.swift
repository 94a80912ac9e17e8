/// A dense matrix in blocks of 16 columns, each block row by row: what the inner loops of products run over, so
/// that a sum stays in registers and a block in the cache.
struct ColumnBlocks: Sendable {
  typealias Lanes = SIMD16<Float>

  static let width = 16

  let rows: Int
  let columns: Int
  /// Block b's row r is `lanes[b * rows + r]`; lanes behind the last column are zero.
  private(set) var lanes: [Lanes]

  init(_ matrix: DenseMatrix) {
    rows = matrix.rows
    columns = matrix.columns
    let blockCount = (columns + ColumnBlocks.width - 1) / ColumnBlocks.width
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

  var blockCount: Int { (columns + ColumnBlocks.width - 1) / ColumnBlocks.width }

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
