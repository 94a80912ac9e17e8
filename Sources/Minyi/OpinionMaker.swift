import MinyiFiles
import MinyiModel
import MinyiStore

/// Takes the prepared rows of one file in their order: notes what could not be read, finds ids that occur twice, gives
/// keys. One for each file.
struct OpinionMaker {
  private let path: String
  /// Line and content of every id seen in this file.
  private var seen: [String: (line: Int, hash: ContentHash)] = [:]
  /// How often a row without an id occurred in this file, by what it says.
  private var occurrences: [ContentHash: Int] = [:]

  init(path: String) { self.path = path }

  /// The opinion to keep, or nil: the row is malformed, as `report` then says.
  mutating func entry(
    of record: OpinionRecord, _ prepared: OpinionPreparer.Prepared, report: inout ImportReport
  ) -> OpinionEntry? {
    note(prepared, of: record, &report)
    var entry = prepared.entry
    if entry.opinion.key.isEmpty {
      entry.opinion.key = key(madeOf: prepared.saidHash)
    } else if let problem = repetition(of: entry, line: record.line) {
      report.addMalformed(problem)
      return nil
    }
    for (kind, count) in prepared.masked { report.record.masked[kind.rawValue, default: 0] += count }
    return entry
  }

  /// An id that the file does not give is made of the content and the number of the occurrence: the same file again
  /// gives the same ids. The author stays out of it: with the workspace's secret ids would differ from workspace to
  /// workspace, without it they would tell who wrote.
  private mutating func key(madeOf said: ContentHash) -> String {
    let occurrence = occurrences[said, default: 0] + 1
    occurrences[said] = occurrence
    let digits = said.description.prefix(12)
    return occurrence == 1 ? "h\(digits)" : "h\(digits)-\(occurrence)"
  }

  /// Says why the row cannot be kept, if its id was there with other content.
  private mutating func repetition(of entry: OpinionEntry, line: Int) -> String? {
    let key = entry.opinion.key
    // Looked up once, for what is there or is then there: keys are most of what this costs.
    func stored(_ value: inout (line: Int, hash: ContentHash)) -> (line: Int, hash: ContentHash) { value }
    let first = stored(&seen[key, default: (line, entry.recordHash)])
    if first.hash == entry.recordHash { return nil }
    return "\(path):\(line) 编号 \(key) 与第 \(first.line) 行重复而内容不同（duplicate id, "
      + "first on line \(first.line); map another column with --map id=…）"
  }

  private func note(
    _ prepared: OpinionPreparer.Prepared, of record: OpinionRecord, _ report: inout ImportReport
  ) {
    let opinion = prepared.entry.opinion
    if opinion.time != nil { report.readTimeCount += 1 }
    if opinion.repliedAt != nil { report.readTimeCount += 1 }
    for field in prepared.unread {
      let isTime = field == .time || field == .repliedAt
      if isTime { report.unreadTimeCount += 1 }
      let text = "“\((record[field] ?? "").prefix(40))”"
      report.addUnreadValue(
        isTime
          ? "\(path):\(record.line) 不是日期：\(text)（not a date）"
          : "\(path):\(record.line) 不是数目：\(text)（not a count）")
    }
  }
}
