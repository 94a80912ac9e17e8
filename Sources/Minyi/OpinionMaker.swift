import MinyiFiles
import MinyiModel
import MinyiStore
import MinyiText

/// Makes kept opinions of prepared rows: reads dates and counts, hashes, gives keys. One for each file.
struct OpinionMaker: ~Copyable {
  /// A row turned into an opinion, or what it is instead.
  enum Outcome {
    case entry(OpinionEntry, masked: [PersonalDataKind: Int])
    case blank
    case malformed(String)
  }

  private let authorKey: (UInt64, UInt64)
  private let path: String
  /// Line and content of every id seen in this file.
  private var seen: [String: (line: Int, hash: ContentHash)] = [:]
  /// How often a row without an id occurred in this file, by its content.
  private var occurrences: [ContentHash: Int] = [:]

  init(authorKey: (UInt64, UInt64), path: String) {
    self.authorKey = authorKey
    self.path = path
  }

  mutating func outcome(
    of record: OpinionRecord, _ prepared: OpinionPreparer.Prepared, report: inout ImportReport
  ) -> Outcome {
    guard let textHash = prepared.textHash else { return .blank }
    var opinion = Opinion(
      key: record[.id] ?? "", title: prepared.title, body: prepared.body,
      time: time(.time, of: record, &report),
      author: record[.author].map {
        AuthorHash(pseudonym: $0) ?? AuthorHash(rawValue: ContentHash($0, key: authorKey).low)
      },
      place: record[.place], channel: record[.channel],
      likes: count(.likes, of: record, &report), dislikes: count(.dislikes, of: record, &report),
      reply: prepared.reply, repliedAt: time(.repliedAt, of: record, &report), others: prepared.others)
    let content = opinion.contentHash
    if let problem = giveKey(to: &opinion, content, line: record.line) { return .malformed(problem) }
    return .entry(
      OpinionEntry(opinion: opinion, textHash: textHash, recordHash: content), masked: prepared.masked)
  }

  /// An id that the file does not give is made of the content and the number of the occurrence: the same file again
  /// gives the same ids. The author stays out of it: with the workspace's secret ids would differ from workspace to
  /// workspace, without it they would tell who wrote. The sentence returned says why the row cannot be kept.
  private mutating func giveKey(to opinion: inout Opinion, _ content: ContentHash, line: Int) -> String? {
    guard opinion.key.isEmpty else {
      if let first = seen[opinion.key], first.hash != content {
        return "\(path):\(line) 编号 \(opinion.key) 与第 \(first.line) 行重复而内容不同（duplicate id, "
          + "first on line \(first.line); map another column with --map id=…）"
      }
      if seen[opinion.key] == nil { seen[opinion.key] = (line, content) }
      return nil
    }
    var anonymous = opinion
    anonymous.author = nil
    let said = anonymous.contentHash
    let occurrence = occurrences[said, default: 0] + 1
    occurrences[said] = occurrence
    let digits = said.description.prefix(12)
    opinion.key = occurrence == 1 ? "h\(digits)" : "h\(digits)-\(occurrence)"
    return nil
  }

  private func time(_ field: OpinionField, of record: OpinionRecord, _ report: inout ImportReport)
    -> CivilTime?
  {
    guard let text = record[field] else { return nil }
    if let time = DateParser.parse(text) {
      report.readTimeCount += 1
      return time
    }
    report.unreadTimeCount += 1
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
