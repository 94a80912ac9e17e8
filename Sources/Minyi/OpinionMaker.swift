import MinyiFiles
import MinyiModel
import MinyiStore
import MinyiText

/// Makes kept opinions of read rows: masks, cleans, hashes, gives keys. One for each file.
struct OpinionMaker: ~Copyable {
  /// A row turned into an opinion, or what it is instead.
  enum Outcome {
    case entry(OpinionEntry, masked: [PersonalDataKind: Int])
    case blank
    case malformed(String)
  }

  private let cleaner: Cleaner
  private let blankAnswers: Set<String>
  private let authorKey: (UInt64, UInt64)
  private let path: String
  private var scratch = CleanerScratch()
  private var clean = CleanText()
  /// Line and content of every id seen in this file.
  private var seen: [String: (line: Int, hash: ContentHash)] = [:]
  /// How often a row without an id occurred in this file, by its content.
  private var occurrences: [ContentHash: Int] = [:]

  init(cleaner: Cleaner, blankAnswers: Set<String>, authorKey: (UInt64, UInt64), path: String) {
    self.cleaner = cleaner
    self.blankAnswers = blankAnswers
    self.authorKey = authorKey
    self.path = path
  }

  mutating func outcome(of record: OpinionRecord, report: inout ImportReport) -> Outcome {
    let title = cleaner.mask(record[.title] ?? "")
    let body = cleaner.mask(record[.body] ?? "")
    let cleanTitle = cleaned(title.source)
    let cleanBody = cleaned(body.source)
    if saysNothing(cleanTitle) && saysNothing(cleanBody) { return .blank }
    let reply = cleaner.mask(record[.reply] ?? "")
    var opinion = Opinion(
      key: record[.id] ?? "", title: title.source, body: body.source,
      time: time(.time, of: record, &report),
      author: record[.author].map { AuthorHash(rawValue: ContentHash($0, key: authorKey).low) },
      place: record[.place], channel: record[.channel],
      likes: count(.likes, of: record, &report), dislikes: count(.dislikes, of: record, &report),
      reply: reply.source.isEmpty ? nil : reply.source, repliedAt: time(.repliedAt, of: record, &report),
      others: record.others.map { OtherColumn(name: $0.name, value: cleaner.mask($0.value).source) })
    if let problem = giveKey(to: &opinion, line: record.line) { return .malformed(problem) }
    let masked = title.masked.merging(body.masked, uniquingKeysWith: +).merging(reply.masked, uniquingKeysWith: +)
    return .entry(
      OpinionEntry(opinion: opinion, textHash: ContentHash(cleanTitle + "\n" + cleanBody)), masked: masked)
  }

  private mutating func cleaned(_ source: String) -> String {
    Array(source.utf16).withUnsafeBufferPointer { cleaner.normalize($0, into: &clean, scratch: &scratch) }
    return clean.string
  }

  /// True for a text without letters and digits, and for one of the blank answers.
  private func saysNothing(_ text: String) -> Bool {
    if text.utf8.count > 60 { return false }
    let content = String(String.UnicodeScalarView(text.unicodeScalars.filter(\.isContent)))
    return content.isEmpty || blankAnswers.contains(content) || content.unicodeScalars.allSatisfy(\.isDigit)
  }

  /// An id that the file does not give is made of the content and the number of the occurrence: the same file again
  /// gives the same ids in whatever order. The sentence returned says why the row cannot be kept.
  private mutating func giveKey(to opinion: inout Opinion, line: Int) -> String? {
    let content = opinion.contentHash
    guard opinion.key.isEmpty else {
      if let first = seen[opinion.key], first.hash != content {
        return "\(path):\(line) 编号 \(opinion.key) 与第 \(first.line) 行重复而内容不同（duplicate id, "
          + "first on line \(first.line); map another column with --map id=…）"
      }
      if seen[opinion.key] == nil { seen[opinion.key] = (line, content) }
      return nil
    }
    // Without the author, whose hash has another key in every workspace: the id must be the same in all.
    var anonymous = opinion
    anonymous.author = nil
    let hash = anonymous.contentHash
    let occurrence = occurrences[hash, default: 0] + 1
    occurrences[hash] = occurrence
    let digits = hash.description.prefix(12)
    opinion.key = occurrence == 1 ? "h\(digits)" : "h\(digits)-\(occurrence)"
    return nil
  }

  private func time(_ field: OpinionField, of record: OpinionRecord, _ report: inout ImportReport) -> CivilTime? {
    guard let text = record[field] else { return nil }
    if let time = DateParser.parse(text) { return time }
    report.addUnreadValue("\(path):\(record.line) 不是日期：“\(text.prefix(40))”（not a date）")
    return nil
  }

  private func count(_ field: OpinionField, of record: OpinionRecord, _ report: inout ImportReport) -> Int? {
    guard let text = record[field] else { return nil }
    if let count = CountParser.parse(text) { return count }
    report.addUnreadValue("\(path):\(record.line) 不是数目：“\(text.prefix(40))”（not a count）")
    return nil
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
