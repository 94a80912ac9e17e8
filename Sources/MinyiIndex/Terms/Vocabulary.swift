/// The terms of a collection: strings, ids in sorted order, document frequencies.
///
/// Ids are the ranks of the terms by UTF-16 units: they depend on the set of terms, on nothing else.
public struct Vocabulary: Sendable {
  /// The terms in the order of their ids.
  private let table: TermTable
  /// Documents in which the term occurs, by term id.
  public let documentFrequencies: [Int32]

  /// `table` must hold its terms in sorted order.
  package init(table: TermTable, documentFrequencies: [Int32]) {
    self.table = table
    self.documentFrequencies = documentFrequencies
  }

  /// Terms: ids are 0..<count.
  public var count: Int { documentFrequencies.count }

  /// The term's text.
  public subscript(term: TermID) -> String {
    table.list.withUnits(of: Int(term.rawValue)) { String(decoding: $0, as: UTF16.self) }
  }

  /// The term's UTF-16 units.
  public func units(of term: TermID) -> [UInt16] {
    table.list.withUnits(of: Int(term.rawValue)) { Array($0) }
  }

  /// True if the term occurs in `text`. O(length of both), without a string.
  public func isTerm(_ term: TermID, in text: [UInt16]) -> Bool {
    table.list.withUnits(of: Int(term.rawValue)) { units in
      guard !units.isEmpty, units.count <= text.count else { return units.isEmpty }
      return (0...text.count - units.count).contains { text[$0..<$0 + units.count].elementsEqual(units) }
    }
  }

  /// True if one of the two terms occurs in the other.
  package func areNested(_ a: TermID, _ b: TermID) -> Bool {
    isTerm(a, in: units(of: b)) || isTerm(b, in: units(of: a))
  }

  /// The id of `term`, or nil if no document that counted has it. O(length) expected.
  public func id(of term: Slice<UnsafeBufferPointer<UInt16>>) -> TermID? {
    table.number(of: term).map { TermID(rawValue: UInt32($0)) }
  }
}
