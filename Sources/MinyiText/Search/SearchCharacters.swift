/// The characters of a normalised text that can be searched for, one behind the other.
///
/// Letters, digits, marks and symbols count; whatever lies between two runs of them (punctuation, white space) is one
/// `gap`, which is the same for all punctuation. A phrase occurs in a text exactly where its characters do.
public struct SearchCharacters: Sendable, Equatable {
  /// Stands for what lies between two runs; never at either end.
  public static let gap: UInt32 = 0

  /// Unicode scalars and gaps.
  public private(set) var scalars: [UInt32] = []
  /// Where each begins in the units, and where it ends.
  public private(set) var ranges: [Range<Int32>] = []

  /// Those of `units`, which are normalised. O(units).
  public init(_ units: UnsafeBufferPointer<UInt16>) {
    var gapStart: Int32?
    var i = 0
    while i < units.count {
      let (scalar, length) = SearchCharacters.scalar(of: units, at: i)
      if SearchCharacters.isSearchable(scalar) {
        if let start = gapStart, !scalars.isEmpty {
          scalars.append(SearchCharacters.gap)
          ranges.append(start..<Int32(truncatingIfNeeded: i))
        }
        gapStart = nil
        scalars.append(scalar)
        ranges.append(Int32(truncatingIfNeeded: i)..<Int32(truncatingIfNeeded: i + length))
      } else if gapStart == nil {
        gapStart = Int32(truncatingIfNeeded: i)
      }
      i += length
    }
  }

  /// Those of a text that is normalised first.
  public init(_ text: String, cleaner: Cleaner = Cleaner()) {
    self = cleaner.normalize(text).units.withUnsafeBufferPointer { SearchCharacters($0) }
  }

  /// True for a text of punctuation and white space only: no query finds it.
  public var isEmpty: Bool { scalars.isEmpty }

  /// Characters behind the last gap.
  public var lastRunLength: Int { scalars.reversed().prefix { $0 != SearchCharacters.gap }.count }

  /// Where `phrase` occurs, as ranges of units, from the left and without overlap. O(characters × phrase), in practice
  /// O(characters).
  public func ranges(of phrase: SearchCharacters) -> [Range<Int>] {
    let count = phrase.scalars.count
    guard count > 0, count <= scalars.count else { return [] }
    var found: [Range<Int>] = []
    var i = 0
    while i + count <= scalars.count {
      if scalars[i] == phrase.scalars[0], scalars[i..<(i + count)] == phrase.scalars[...] {
        found.append(Int(ranges[i].lowerBound)..<Int(ranges[i + count - 1].upperBound))
        i += count
      } else {
        i += 1
      }
    }
    return found
  }

  /// The scalar that begins at `index`; half a surrogate pair is U+FFFD.
  @inline(__always)
  static func scalar(of units: UnsafeBufferPointer<UInt16>, at index: Int) -> (value: UInt32, length: Int) {
    let unit = units[index]
    guard unit & 0xF800 == 0xD800 else { return (UInt32(unit), 1) }
    guard unit < 0xDC00, index + 1 < units.count, units[index + 1] & 0xFC00 == 0xDC00 else {
      return (0xFFFD, 1)
    }
    return (0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(units[index + 1] & 0x3FF)), 2)
  }

  /// True for letters, digits, marks and symbols.
  @inline(__always)
  static func isSearchable(_ scalar: UInt32) -> Bool {
    if scalar >= 0x4E00 && scalar <= 0x9FFF { return true }
    if scalar < 0x80 {
      return scalar >= 0x61 && scalar <= 0x7A || scalar >= 0x30 && scalar <= 0x39 || isOther(scalar)
    }
    return isOther(scalar)
  }

  @inline(never)
  private static func isOther(_ value: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return false
    default: return true
    }
  }
}
