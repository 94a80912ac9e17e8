import MinyiFiles
import MinyiText

/// Words for a lexicon in a file: `word<TAB>class` as in `lexicon.tsv`, or a word a line. `#` begins a comment line.
public struct LexiconFile: Sendable {
  /// A line that can be used.
  public struct Entry: Sendable {
    /// In the file, from 1.
    public var line: Int
    /// As it stands in cleaned texts.
    public var word: String
    /// nil: the line has no class.
    public var wordClass: LexiconSource.WordClass?
  }

  /// A line that cannot.
  public struct Problem: Codable, Sendable, Equatable {
    /// In the file, from 1.
    public var line: Int
    /// The line, without white space at its ends.
    public var text: String
    /// What is wrong with it, for a person, in both languages.
    public var reason: String
  }

  /// As given; `-` for standard input.
  public let path: String
  /// In the order of the file, each word once.
  public private(set) var entries: [Entry] = []
  /// In the order of the file.
  public private(set) var problems: [Problem] = []

  /// Reads the file at `path` (`-`: standard input), in any encoding. Throws a `FileError` for one that is no text.
  public init(path: String, encoding: String? = nil) throws {
    self.path = path
    var number = 0
    var seen: [String: Int] = [:]
    try TextLines.forEachLine(of: path, encoding: encoding) { line in
      number += 1
      let text = line.trimmed
      if text.isEmpty || text.hasPrefix("#") { return }
      switch LexiconFile.entry(line, number) {
      case .failure(let reason): problems.append(Problem(line: number, text: text, reason: reason.text))
      case .success(let entry):
        if let first = seen[entry.word] {
          problems.append(
            Problem(line: number, text: text, reason: "与第 \(first) 行重复（stands on line \(first) too）"))
        } else {
          seen[entry.word] = number
          entries.append(entry)
        }
      }
    }
  }

  private struct Reason: Error { var text: String }

  private static func entry(_ line: String, _ number: Int) -> Result<Entry, Reason> {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).trimmed }
    if cells.count > 2 {
      return .failure(
        Reason(text: "应为“词”或“词<TAB>类别”，却有 \(cells.count) 列（\(cells.count) columns, expected 1 or 2）"))
    }
    let word = WordForm.cleaned(cells[0])
    if let problem = WordForm.problem(with: word) { return .failure(Reason(text: problem)) }
    guard cells.count == 2 else { return .success(Entry(line: number, word: word)) }
    guard let wordClass = LexiconSource.WordClass(rawValue: cells[1]) else {
      let known = LexiconSource.WordClass.allCases.map(\.rawValue).joined(separator: " / ")
      return .failure(Reason(text: "没有类别“\(cells[1])”，应为 \(known)（unknown class）"))
    }
    return .success(Entry(line: number, word: word, wordClass: wordClass))
  }
}

extension String {
  fileprivate var trimmed: String {
    let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
    let end = scalars.lastIndex { !$0.properties.isWhitespace }
    return end.map { String(scalars[...$0]) } ?? ""
  }
}
