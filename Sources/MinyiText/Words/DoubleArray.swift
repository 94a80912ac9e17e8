/// A trie of words with costs in one array: a step is one load and one comparison.
///
/// A cell holds, from the low end, the base of its children (32 bits), the code of the character that leads
/// to it (16) and the cost of the word that ends at it (16). The child of a node over code c is cell base + c
/// if that cell's code is c. Every node has a base of its own, so the code alone tells whose child a cell is.
/// Source: Aoe, "An efficient digital search algorithm by using a double-array structure", IEEE Transactions
/// on Software Engineering 15(9), 1989; the unique bases in place of its check array are our own design.
///
/// Invariant: base + c lies within the cells for every base and every code c up to `unknownCode`.
package struct DoubleArray: @unchecked Sendable {
  /// The cost of a node where no word ends.
  package static let noCost: UInt16 = .max
  /// The base of a node without children.
  package static let leafBase: UInt32 = 0
  /// The base of the root: first characters lie at their own code.
  static let rootBase: UInt32 = 0

  package let cells: UnsafePointer<UInt64>

  package init(cells: UnsafePointer<UInt64>) { self.cells = cells }

  @inline(__always)
  static func cell(base: UInt32, code: UInt16, cost: UInt16) -> UInt64 {
    UInt64(base) | UInt64(code) << 32 | UInt64(cost) << 48
  }

  @inline(__always)
  package static func base(_ cell: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: cell) }

  @inline(__always)
  package static func code(_ cell: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: cell >> 32) }

  @inline(__always)
  package static func cost(_ cell: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: cell >> 48) }
}
