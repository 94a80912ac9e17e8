/// The terms of a collection: strings, ids in sorted order, document frequencies.
///
/// Ids are the ranks of the terms by UTF-16 units: they depend on the set of terms, on nothing else.
public struct Vocabulary: Sendable {
  private let units: [UInt16]
  private let starts: [Int]
  /// Documents in which the term occurs, by term id.
  public let documentFrequencies: [Int32]

  package init(units: [UInt16], starts: [Int], documentFrequencies: [Int32]) {
    self.units = units
    self.starts = starts
    self.documentFrequencies = documentFrequencies
  }

  public var count: Int { documentFrequencies.count }

  /// The term's text.
  public subscript(term: TermID) -> String {
    let i = Int(term.rawValue)
    return String(decoding: units[starts[i]..<starts[i + 1]], as: UTF16.self)
  }

  /// The id of `text`, or nil if no document that counted has it. O(length × log count).
  public func id(of text: some Collection<UInt16>) -> TermID? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if units[starts[middle]..<starts[middle + 1]].lexicographicallyPrecedes(text) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < count, units[starts[low]..<starts[low + 1]].elementsEqual(text) else { return nil }
    return TermID(rawValue: UInt32(low))
  }
}
