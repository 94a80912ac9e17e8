/// The cells of one row of a sheet as text. Cells that are not there are empty.
final class SheetRow: TableFields {
  /// As Excel numbers it, from 1.
  var line = 0
  var isHidden = false
  var problem: RowProblem.Reason?
  var errorCellCount = 0
  private(set) var fieldCount = 0
  var byteCount: Int { text.count }
  private var ranges: [Range<Int>] = []
  let text = ByteBuffer()

  func clear(line: Int, isHidden: Bool) {
    self.line = line
    self.isHidden = isHidden
    problem = nil
    errorCellCount = 0
    fieldCount = 0
    ranges.removeAll(keepingCapacity: true)
    text.removeAll()
  }

  /// The bytes of `text` from `start` are the cell of `column`.
  func endCell(_ column: Int, from start: Int) {
    while ranges.count <= column { ranges.append(0..<0) }
    ranges[column] = start..<text.count
    fieldCount = max(fieldCount, column + 1)
  }

  @inline(__always)
  func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let range = ranges[index]
    return text.slice(range.lowerBound, range.upperBound)
  }
}
