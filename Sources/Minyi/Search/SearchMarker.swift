import MinyiModel
import MinyiText

/// Finds what a query looked for in the texts that were found.
struct SearchMarker {
  private let cleaner = Cleaner()
  private let phrases: [(characters: SearchCharacters, field: SearchQuery.Field?)]

  init(_ query: SearchQuery) {
    let cleaner = cleaner
    phrases = query.markedPhrases.map { (SearchCharacters($0.text, cleaner: cleaner), $0.field) }
  }

  /// The text of a field as it may be shown, and where the phrases stand in it. Personal data is masked also where a
  /// workspace keeps it: it is not searched for.
  func marks(in raw: String, _ field: OpinionField) -> (text: String, marks: [SearchDocument.Mark]) {
    let text = cleaner.mask(raw).source
    let source = Array(text.utf16)
    let clean = cleaner.normalize(source)
    let characters = clean.units.withUnsafeBufferPointer { SearchCharacters($0) }
    var ranges: [Range<Int>] = []
    for phrase in phrases where phrase.field == nil || field == .title {
      ranges += characters.ranges(of: phrase.characters).map { clean.sourceRange($0) }
    }
    let scalars = ScalarOffsets(source)
    return (
      text,
      SearchMarker.joined(ranges).map {
        SearchDocument.Mark(
          field: field.rawValue, start: scalars[$0.lowerBound], end: scalars[$0.upperBound])
      }
    )
  }

  /// The ranges in order, those that touch as one.
  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  /// UTF-16 offsets as offsets of Unicode scalars.
  private struct ScalarOffsets {
    private var offsets: [Int] = [0]

    init(_ units: [UInt16]) {
      offsets.reserveCapacity(units.count + 1)
      var count = 0
      for unit in units {
        if !UTF16.isTrailSurrogate(unit) { count += 1 }
        offsets.append(count)
      }
    }

    subscript(offset: Int) -> Int { offsets[offset] }
  }
}
