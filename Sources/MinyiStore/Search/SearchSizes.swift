import GRDB

/// How long the indexed texts are, a byte each: what BM25 sets a number of occurrences against. 0 stands for a text that
/// is no longer in the workspace.
///
/// Beside FTS5, whose own table of sizes costs a look-up a match: at a million texts this is one megabyte, read once.
struct SearchSizes: Sendable {
  /// The bytes by number of the text; texts are numbered from 1.
  private(set) var bytes: [UInt8]
  /// Texts that are in the workspace.
  private(set) var count = 0
  /// Their mean size in characters.
  private(set) var mean = 0.0

  /// Texts whose bytes lie in one row.
  static let chunkSize = 1 << 16

  /// The largest size that each byte stands for, rising by 4 %: 1, 2, … 50, 52, … 150,000.
  static let bounds: [Int] = {
    var bounds = [0]
    for _ in 1...255 { bounds.append(bounds[bounds.count - 1] + max(1, bounds[bounds.count - 1] / 25)) }
    return bounds
  }()

  /// The byte of a text of `characterCount` characters.
  static func byte(_ characterCount: Int) -> UInt8 {
    UInt8(bounds.dropLast().firstIndex { $0 >= max(1, characterCount) } ?? 255)
  }

  /// Those of the first `indexed` texts.
  init(_ db: Database, indexed: Int) throws {
    bytes = [0]
    bytes.reserveCapacity(indexed + 1)
    let rows = try Row.fetchCursor(db, sql: "SELECT sizes FROM search_size ORDER BY chunk")
    while let row = try rows.next() {
      try row.withUnsafeData(atIndex: 0) { if let data = $0 { bytes.append(contentsOf: data) } }
    }
    if bytes.count > indexed + 1 { bytes.removeLast(bytes.count - indexed - 1) }
    var histogram = [Int](repeating: 0, count: 256)
    for byte in bytes { histogram[Int(byte)] += 1 }
    var total = 0
    for byte in 1...255 {
      count += histogram[byte]
      total += histogram[byte] * SearchSizes.bounds[byte]
    }
    mean = Double(total) / Double(max(1, count))
  }
}
