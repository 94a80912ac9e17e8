import MinyiFiles
import MinyiModel
import MinyiStore
import MinyiText

/// Makes an opinion of a row: masks and cleans its texts, reads dates and counts, hashes. All of it that no other row has
/// a say in, so that many rows are prepared at once.
struct OpinionPreparer: Sendable {
  /// A row's opinion, whose key is empty where the file gives none.
  struct Prepared: Sendable {
    var entry: OpinionEntry
    /// What the opinion says, whoever wrote it: a key can be made of it.
    var saidHash: ContentHash
    var masked: [PersonalDataKind: Int]
    /// Dates and counts that could not be read and were left out.
    var unread: [OpinionField]
  }

  /// What one thread uses again and again.
  struct Scratch: ~Copyable {
    fileprivate var cleaner = CleanerScratch()
    fileprivate var units = ScratchBuffer<UInt16>()
    fileprivate var bytes = ScratchBuffer<UInt8>()
    fileprivate var columns: [UInt8] = []
  }

  let cleaner: Cleaner
  private let authorKey: (UInt64, UInt64)
  private let blankAnswers: Set<String>
  /// Unicode scalars of the longest of them.
  private let longestBlankAnswer: Int

  init(cleaner: Cleaner, authorKey: (UInt64, UInt64), blankAnswers: Set<String>) {
    self.cleaner = cleaner
    self.authorKey = authorKey
    self.blankAnswers = blankAnswers
    longestBlankAnswer = blankAnswers.map(\.unicodeScalars.count).max() ?? 0
  }

  /// nil where title and body say nothing. O(characters).
  func prepare(_ record: OpinionRecord, _ scratch: inout Scratch) -> Prepared? {
    var masked: [PersonalDataKind: Int] = [:]
    scratch.bytes.removeAll()
    let title = cleaned(.title, of: record, &masked, &scratch)
    scratch.bytes.append(0x0A)
    let body = cleaned(.body, of: record, &masked, &scratch)
    guard title.speaks || body.speaks else { return nil }
    let textHash = ContentHash(bytes: UnsafeRawBufferPointer(scratch.bytes.elements))
    let reply = record.withUTF8(of: .reply) { masking($0, &masked, &scratch).text }
    var unread: [OpinionField] = []
    func value<Value>(
      _ field: OpinionField, _ parse: (UnsafeBufferPointer<UInt8>) -> Value?
    ) -> Value? {
      guard let value = record.withUTF8(of: field, parse) else { return nil }
      if value == nil { unread.append(field) }
      return value
    }
    let opinion = Opinion(
      key: record[.id] ?? "", title: title.source, body: body.source,
      time: value(.time) { DateParser.parse(utf8: $0) },
      author: record.withUTF8(of: .author, author),
      place: record[.place], channel: record[.channel],
      likes: value(.likes) { CountParser.parse(utf8: $0) },
      dislikes: value(.dislikes) { CountParser.parse(utf8: $0) },
      reply: reply, repliedAt: value(.repliedAt) { DateParser.parse(utf8: $0) },
      others: record.others.map { OtherColumn(name: $0.name, value: cleaner.mask($0.value).source) })
    let hash = opinion.contentHash(scratch: &scratch.columns)
    let needsKey = opinion.key.isEmpty && opinion.author != nil
    return Prepared(
      entry: OpinionEntry(opinion: opinion, textHash: textHash, recordHash: hash),
      saidHash: needsKey ? opinion.contentHash(hasAuthor: false, scratch: &scratch.columns) : hash,
      masked: masked, unread: unread)
  }

  /// The masked text of `field`. Its cleaned text is appended to the scratch's bytes; `speaks` is false if that says
  /// nothing.
  private func cleaned(
    _ field: OpinionField, of record: OpinionRecord, _ masked: inout [PersonalDataKind: Int],
    _ scratch: inout Scratch
  ) -> (source: String, speaks: Bool) {
    let start = scratch.bytes.count
    let found = record.withUTF8(of: field) { bytes in
      let (source, replaced) = masking(bytes, &masked, &scratch)
      let units: UnsafeBufferPointer<UInt16>
      if let replaced {
        units = replaced.withUnsafeBufferPointer {
          cleaner.normalizedUnits(of: $0, scratch: &scratch.cleaner)
        }
      } else {
        units = cleaner.normalizedUnits(of: scratch.units.elements, scratch: &scratch.cleaner)
      }
      UnicodeTranscoder.appendUTF8(of: units, to: &scratch.bytes)
      let text = UnsafeBufferPointer(rebasing: scratch.bytes.elements[start...])
      return (source, !saysNothing(units, text))
    }
    return found ?? ("", false)
  }

  /// The text of `bytes` with personal data replaced, and its units where there were any; else these are those of the
  /// scratch.
  private func masking(
    _ bytes: UnsafeBufferPointer<UInt8>, _ masked: inout [PersonalDataKind: Int], _ scratch: inout Scratch
  ) -> (text: String, units: [UInt16]?) {
    UnicodeTranscoder.utf16(of: bytes, into: &scratch.units)
    guard let result = cleaner.mask(scratch.units.elements) else {
      return (String(decoding: bytes, as: UTF8.self), nil)
    }
    masked.merge(result.masked, uniquingKeysWith: +)
    return (String(decoding: result.units, as: UTF16.self), result.units)
  }

  private func author(_ name: UnsafeBufferPointer<UInt8>) -> AuthorHash {
    let pseudonym =
      name.starts(with: "匿名".utf8) ? AuthorHash(pseudonym: String(decoding: name, as: UTF8.self)) : nil
    return pseudonym
      ?? AuthorHash(rawValue: ContentHash(bytes: UnsafeRawBufferPointer(name), key: authorKey).low)
  }

  /// True for a text without letters and digits, for one of digits alone, and for one of the blank answers.
  private func saysNothing(_ units: UnsafeBufferPointer<UInt16>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if text.count > 60 { return false }
    // More letters than any blank answer has: nearly all titles, without asking for the category of a character.
    var letterCount = 0
    for unit in units where 0x4E00...0x9FFF ~= unit || 0x61...0x7A ~= unit { letterCount += 1 }
    if letterCount > longestBlankAnswer { return false }
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    let content = String(String.UnicodeScalarView(scalars.filter(\.isContent)))
    return content.isEmpty || blankAnswers.contains(content) || content.unicodeScalars.allSatisfy(\.isDigit)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { properties.numericType == .decimal }

  fileprivate var isContent: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
