/// The distinct runs of four characters of a text, as a sorted set.
///
/// A shingle is four UTF-16 units in one 64-bit number, so that nothing is lost by hashing. Parts of a text that is
/// taken apart (title, body) have no shingle in common that would span the seam. A part of fewer units than four is one
/// shingle, padded with zeros.
public struct ShingleSet: Sendable {
  /// Units of a shingle.
  public static let length = 4

  /// Ascending.
  private var shingles: [UInt64]

  /// The set of a text without units.
  public init() { shingles = [] }

  /// Adds the shingles of one part of the text.
  public mutating func add(_ units: UnsafeBufferPointer<UInt16>) {
    ShingleSet.forEachShingle(of: units) { shingles.append($0) }
    shingles.sort()
    shingles.removeRepeats()
  }

  /// Distinct shingles.
  public var count: Int { shingles.count }

  /// Shingles in common over shingles in all; 0 if both sets are empty. O(shingles of both).
  public func jaccardIndex(to other: ShingleSet) -> Double {
    var (i, j) = (0, 0)
    var common = 0
    while i < shingles.count && j < other.shingles.count {
      let (a, b) = (shingles[i], other.shingles[j])
      if a == b { common += 1 }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    let all = shingles.count + other.shingles.count - common
    return all == 0 ? 0 : Double(common) / Double(all)
  }

  /// Calls `body` with every shingle of `units`, repeated ones too.
  @inline(__always)
  static func forEachShingle(of units: UnsafeBufferPointer<UInt16>, _ body: (UInt64) -> Void) {
    var shingle: UInt64 = 0
    for i in 0..<units.count {
      shingle = shingle << 16 | UInt64(units[i])
      if i >= length - 1 || i == units.count - 1 { body(shingle) }
    }
  }
}
