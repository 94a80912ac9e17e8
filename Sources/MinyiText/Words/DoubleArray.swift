import CICU

/// A trie of words with costs in one array: a step is one load and one comparison.
///
/// A cell holds, from the low end, the base of its children (32 bits), the code of the character that leads
/// to it (16) and the cost of the word that ends at it (16). The child of a node over code c is cell base + c
/// if that cell's code is c. Every node has a base of its own, so the code alone tells whose child a cell is.
/// The root's children lie at their own codes and bear code 0, which makes a leaf's base, the root's, lead
/// nowhere: no step needs to ask whether there are children.
/// Source: Aoe, "An efficient digital search algorithm by using a double-array structure", IEEE Transactions
/// on Software Engineering 15(9), 1989; the unique bases in place of its check array are our own design.
///
/// Invariant: base + c lies within the cells for every base and every code c up to `unknownCode`.
package struct DoubleArray: @unchecked Sendable {
  /// The cost of a node where no word ends.
  package static let noCost: UInt16 = .max
  /// The base of a node without children, and of the root.
  package static let leafBase: UInt32 = 0
  /// The cell of no node: no word ends there and none goes on.
  package static let noCell = cell(base: leafBase, code: 0, cost: noCost)

  package let cells: UnsafePointer<UInt64>

  package init(cells: UnsafePointer<UInt64>) { self.cells = cells }

  /// The node after the first character of a word, or `noCell`.
  @inline(__always)
  package func first(_ code: UInt16) -> UInt64 { cells[Int(code)] }

  /// The child of `node` over `code`, or `noCell`; of code 0, which no word has, `noCell`.
  @inline(__always)
  package func child(of node: UInt64, _ code: UInt16) -> UInt64 {
    child(at: DoubleArray.childIndex(of: node, code), code)
  }

  /// Where the child of `node` over `code` lies if there is one.
  @inline(__always)
  static func childIndex(of node: UInt64, _ code: UInt16) -> UInt32 { base(node) &+ UInt32(code) }

  /// The child over `code` if it lies at `index`, or `noCell`.
  @inline(__always)
  func child(at index: UInt32, _ code: UInt16) -> UInt64 {
    let cell = cells[Int(index)]
    return DoubleArray.code(cell) == code ? cell : DoubleArray.noCell
  }

  /// Asks for the cell at `index`, which will be read soon.
  @inline(__always)
  func prefetch(_ index: UInt32) { cicu_prefetch(cells + Int(index)) }

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
