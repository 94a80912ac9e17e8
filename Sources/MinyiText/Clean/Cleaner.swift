/// Cleans a resident's raw text: personal data masked for keeping, the rest normalised for analysis.
///
/// `mask` makes the *source*, which is kept and quoted. `normalize` makes the *units* that are mined, each
/// with the part of the source it stems from. `clean(raw)` is `normalize(mask(raw).source)`.
///
/// Normalising is, in one pass:
/// - NFKC, so that `，` and `Ａ` are `,` and `a`; Latin, Greek and Cyrillic letters in lower case; Traditional
///   Han characters as Simplified ones, each on its own (ICU's Hant-Hans);
/// - control, zero-width, bidirectional and variation-selector characters left out;
/// - white space: a run becomes one space, or one line break if it holds one; none at either end;
/// - HTML, links, platform marks, glosses and mask tags left out: see `MarkupStripper`, `LinkStripper` and
///   `GlossStripper`.
///
/// Normalising normalised text changes nothing. The same text and ICU give the same result everywhere.
/// O(text) time.
public struct Cleaner: Sendable {
  private let masker = PersonalDataMasker()
  private let table: CharacterTable

  /// A cleaner by the shared table.
  public init() { self.init(table: .shared) }

  /// A cleaner by a table that was made from a cache.
  public init(table: CharacterTable) { self.table = table }

  /// What is missing of ICU's data, or nil.
  public var problem: String? { table.problem }

  /// The normalised text of `raw` after masking. Its offsets count units of `mask(raw).source`.
  public func clean(_ raw: String) -> CleanText {
    var scratch = CleanerScratch()
    var text = CleanText()
    clean(raw, into: &text, scratch: &scratch)
    return text
  }

  /// The same into `text`, whose storage is used again.
  public func clean(_ raw: String, into text: inout CleanText, scratch: inout CleanerScratch) {
    let units = UTF16Text.units(of: raw)
    let source = masker.mask(units)?.units ?? units
    source.withUnsafeBufferPointer { normalize($0, into: &text, scratch: &scratch) }
  }

  /// The text to keep and to quote: personal data replaced by tags, otherwise verbatim. With the number of
  /// each kind.
  public func mask(_ raw: String) -> (source: String, masked: [PersonalDataKind: Int]) { masker.mask(raw) }

  /// The same for UTF-16 units; nil if there is nothing to mask, as in most texts.
  public func mask(_ units: UnsafeBufferPointer<UInt16>) -> (
    units: [UInt16], masked: [PersonalDataKind: Int]
  )? {
    masker.mask(units)
  }

  /// The normalised text of `source`, which is masked already.
  public func normalize(_ source: String) -> CleanText { normalize(UTF16Text.units(of: source)) }

  /// The normalised text of `source`, which is masked already. Half a surrogate pair becomes U+FFFD.
  public func normalize(_ source: some Collection<UInt16>) -> CleanText {
    var scratch = CleanerScratch()
    var text = CleanText()
    if source.withContiguousStorageIfAvailable({ normalize($0, into: &text, scratch: &scratch) }) == nil {
      Array(source).withUnsafeBufferPointer { normalize($0, into: &text, scratch: &scratch) }
    }
    return text
  }

  /// The same into `text`: nothing is allocated once `text` and `scratch` have seen a text as long.
  public func normalize(
    _ source: UnsafeBufferPointer<UInt16>, into text: inout CleanText, scratch: inout CleanerScratch
  ) {
    withExtendedLifetime(table) { scratch.normalizer.run(source, table: table.entries) }
    scratch.normalizer.buffer.store(into: &text, sourceCount: source.count)
  }

  /// The units alone of the normalised text of `source`, which is masked already, for who does not ask what they stem
  /// from. They lie in `scratch` and are valid until it is used again.
  public func normalizedUnits(
    of source: UnsafeBufferPointer<UInt16>, scratch: inout CleanerScratch
  ) -> UnsafeBufferPointer<UInt16> {
    withExtendedLifetime(table) { scratch.normalizer.run(source, table: table.entries) }
    return UnsafeBufferPointer(start: scratch.normalizer.buffer.units, count: scratch.normalizer.buffer.count)
  }
}
