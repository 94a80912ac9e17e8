import MinyiFiles
import MinyiModel
import TestSupport

/// All outcomes of a file, for tests.
struct ReadRows {
  var file: OpinionFile
  var outcomes: [RowOutcome] = []
  var facts: SheetFacts?

  /// Reads `bytes` as a file of that name.
  init(_ name: String, _ bytes: [UInt8], options: ReadOptions = ReadOptions()) throws {
    let folder = try TemporaryFolder()
    file = try OpinionFile.open(try folder.file(name, bytes), options: options)
    var outcomes: [RowOutcome] = []
    facts = try file.forEachRow { outcome, _ in outcomes.append(outcome) }
    self.outcomes = outcomes
  }

  init(_ name: String, _ text: String, options: ReadOptions = ReadOptions()) throws {
    try self.init(name, Array(text.utf8), options: options)
  }

  var opinions: [OpinionRecord] {
    outcomes.compactMap { if case .opinion(let record) = $0 { record } else { nil } }
  }

  var problems: [RowProblem] {
    outcomes.compactMap { if case .malformed(let problem) = $0 { problem } else { nil } }
  }

  var blankLines: [Int] {
    outcomes.compactMap { if case .blank(let line) = $0 { line } else { nil } }
  }

  var bodies: [String?] { opinions.map { $0[.body] } }

  var fields: [String: OpinionField] {
    Dictionary(
      file.columns.compactMap { use in use.field.map { (use.name, $0) } }, uniquingKeysWith: { a, _ in a })
  }
}

extension RowOutcome {
  var line: Int {
    switch self {
    case .opinion(let record): record.line
    case .blank(let line): line
    case .malformed(let problem): problem.line
    }
  }
}
