import MinyiModel
import MinyiStore
import MinyiText

extension QuoteRecord {
  /// The resident's own characters behind `range` of the cleaned `text`, which is the `field` of `opinion`.
  ///
  /// The span counts Unicode scalars, as slices do in most languages; the source is UTF-16 here.
  init(_ text: SegmentedText, _ range: Range<Int>, field: OpinionField, of opinion: OpinionID) {
    func scalarCount(_ units: ArraySlice<UInt16>) -> Int { units.count { !UTF16.isTrailSurrogate($0) } }
    let source = text.clean.sourceRange(range)
    let start = scalarCount(text.source[..<source.lowerBound])
    self.init(
      opinion: opinion, field: field, start: start, end: start + scalarCount(text.source[source]),
      text: String(decoding: text.source[source], as: UTF16.self))
  }
}
