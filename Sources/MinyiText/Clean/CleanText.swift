/// Normalised text for analysis, each UTF-16 unit of which knows the part of the source that it stems from.
///
/// Offsets count UTF-16 units. A source of at most 2³¹ − 1 units can be described.
public struct CleanText: Sendable, Equatable {
  /// The normalised text.
  public internal(set) var units: [UInt16]

  /// Where each unit's source begins, and then the length of the source: `units.count + 1` non-decreasing
  /// offsets.
  public internal(set) var origins: [Int32]

  /// Where each unit's source ends: `units.count` non-decreasing offsets.
  ///
  /// `ends[i]` may lie before `origins[i + 1]` (something between the two was left out) or behind it (several
  /// units stem from one character, as the four of ㍿ do).
  public internal(set) var ends: [Int32]

  /// An empty text of an empty source.
  public init() {
    units = []
    origins = [0]
    ends = []
  }

  /// The part of the source that the units in `range` stem from: verbatim, with all that was merged into
  /// them.
  ///
  /// Never cuts a surrogate pair. An empty range gives the empty range before that unit's source. Bounds
  /// outside `units` are moved to its ends. O(1).
  public func sourceRange(_ range: Range<Int>) -> Range<Int> {
    let range = range.clamped(to: 0..<units.count)
    let start = Int(origins[range.lowerBound])
    guard range.lowerBound < range.upperBound else { return start..<start }
    return start..<max(start, Int(ends[range.upperBound - 1]))
  }

  /// The normalised text as a `String`. O(units); for people and tests, not for the hot path.
  public var string: String { String(decoding: units, as: UTF16.self) }
}
