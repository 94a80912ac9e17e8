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
    /// The cleaned title and body of the last row, one behind the other.
    fileprivate(set) var cleaned = ScratchBuffer<UInt16>()
    fileprivate var columns: [UInt8] = []
    /// Of each other column that was seen, whether it tells who somebody is.
    fileprivate var isPersonal: [String: Bool] = [:]
  }

  let cleaner: Cleaner
  /// Keep what tells who somebody is as it stands.
  let keepsPersonalData: Bool
  private let authorKey: (UInt64, UInt64)
  private let blankAnswers: Set<String>
  /// Unicode scalars of the longest of them.
  private let longestBlankAnswer: Int

  /// What in an id makes it one of a person. Numbers of cases may look like those of phones at home and of bank cards.
  private static let personalKinds: Set<PersonalDataKind> = [.mobile, .idCard, .email, .plate, .account]

  init(
    cleaner: Cleaner, authorKey: (UInt64, UInt64), blankAnswers: Set<String>, keepsPersonalData: Bool = false
  ) {
    self.cleaner = cleaner
    self.keepsPersonalData = keepsPersonalData
    self.authorKey = authorKey
    self.blankAnswers = blankAnswers
    longestBlankAnswer = blankAnswers.map(\.unicodeScalars.count).max() ?? 0
  }

  /// nil where title and body say nothing. O(characters).
  func prepare(_ record: OpinionRecord, _ scratch: inout Scratch) -> Prepared? {
    var masked: [PersonalDataKind: Int] = [:]
    guard let texts = texts(of: record, &masked, &scratch) else { return nil }
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
      key: key(of: record, &masked, &scratch), title: texts.title, body: texts.body,
      time: value(.time) { DateParser.parse(utf8: $0) },
      author: record.withUTF8(of: .author, author),
      place: short(.place, of: record, &masked, &scratch),
      channel: short(.channel, of: record, &masked, &scratch),
      likes: value(.likes) { CountParser.parse(utf8: $0) },
      dislikes: value(.dislikes) { CountParser.parse(utf8: $0) },
      reply: reply, repliedAt: value(.repliedAt) { DateParser.parse(utf8: $0) },
      others: others(of: record, &masked, &scratch))
    let hash = opinion.contentHash(scratch: &scratch.columns)
    return Prepared(
      entry: OpinionEntry(opinion: opinion, textHash: texts.hash, recordHash: hash),
      saidHash: opinion.key.isEmpty ? saidHash(of: opinion, hash, &scratch) : hash, masked: masked,
      unread: unread)
  }

  /// The masked title and body of a row and the hash of both cleaned; nil where they say nothing. O(characters).
  ///
  /// The cleaned units lie in `scratch.cleaned` until the next row; the first `titleCount` are the title's.
  func texts(
    of record: OpinionRecord, _ masked: inout [PersonalDataKind: Int], _ scratch: inout Scratch
  ) -> (title: String, body: String, hash: ContentHash, titleCount: Int)? {
    scratch.bytes.removeAll()
    scratch.cleaned.removeAll()
    let title = cleaned(.title, of: record, &masked, &scratch)
    let titleCount = scratch.cleaned.count
    scratch.bytes.append(0x0A)
    let body = cleaned(.body, of: record, &masked, &scratch)
    guard title.speaks || body.speaks else { return nil }
    let hash = ContentHash(bytes: UnsafeRawBufferPointer(scratch.bytes.elements))
    return (title.source, body.source, hash, titleCount)
  }

  /// The id; none where it is a person's, as a phone is: such a row gets a key of what it says, as one without an id.
  func key(
    of record: OpinionRecord, _ masked: inout [PersonalDataKind: Int], _ scratch: inout Scratch
  ) -> String {
    let key = record.withUTF8(of: .id) { bytes in
      let id = String(decoding: bytes, as: UTF8.self)
      if keepsPersonalData { return id }
      UnicodeTranscoder.utf16(of: bytes, into: &scratch.units)
      guard let result = cleaner.mask(scratch.units.elements) else { return id }
      let found = result.masked.filter { OpinionPreparer.personalKinds.contains($0.key) }
      masked.merge(found, uniquingKeysWith: +)
      return found.isEmpty ? id : ""
    }
    return key ?? ""
  }

  /// The masked text of a field that is mostly a short name.
  private func short(
    _ field: OpinionField, of record: OpinionRecord, _ masked: inout [PersonalDataKind: Int],
    _ scratch: inout Scratch
  ) -> String? {
    record.withUTF8(of: field) { bytes in
      // Personal data has digits or an @, the full-width ones begin with EF.
      let mayHoldPersonalData = bytes.contains { $0 &- 0x30 < 10 || $0 == 0x40 || $0 == 0xEF }
      return mayHoldPersonalData
        ? masking(bytes, &masked, &scratch).text : String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The columns that are no field: texts masked, names and the like as the author's name is.
  private func others(
    of record: OpinionRecord, _ masked: inout [PersonalDataKind: Int], _ scratch: inout Scratch
  ) -> [OtherColumn] {
    if keepsPersonalData {
      guard let author = record[.author], AuthorHash(pseudonym: author) == nil else { return record.others }
      return record.others + [OtherColumn(name: PersonalColumn.authorAsWritten, value: author)]
    }
    return record.others.map { other in
      if isPersonal(other, &scratch) {
        var value = other.value
        return OtherColumn(name: other.name, value: value.withUTF8(author).pseudonym)
      }
      let (source, found) = cleaner.mask(other.value)
      masked.merge(found, uniquingKeysWith: +)
      return OtherColumn(name: other.name, value: source)
    }
  }

  private func isPersonal(_ column: OtherColumn, _ scratch: inout Scratch) -> Bool {
    if let known = scratch.isPersonal[column.name] { return known }
    let isPersonal = PersonalColumn.isNamed(column.name)
    scratch.isPersonal[column.name] = isPersonal
    return isPersonal
  }

  /// `hash` without all that depends on the workspace's secret.
  private func saidHash(of opinion: Opinion, _ hash: ContentHash, _ scratch: inout Scratch) -> ContentHash {
    let said = opinion.others.filter { !isPersonal($0, &scratch) }
    if opinion.author == nil, said.count == opinion.others.count { return hash }
    var opinion = opinion
    opinion.others = said
    return opinion.contentHash(hasAuthor: false, scratch: &scratch.columns)
  }

  /// The masked text of `field`. Its cleaned text is appended to the scratch's bytes and units; `speaks` is false if that says
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
      scratch.cleaned.append(contentsOf: units)
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
    guard !keepsPersonalData, let result = cleaner.mask(scratch.units.elements) else {
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
