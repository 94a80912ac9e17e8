extension TextSignals {
  /// Stands between words. Cleaned text holds no control character.
  private static let separator: Character = "\u{1F}"

  /// The signals as one line, for the workspace: grade, stances, grave words, requests, departments each with the term that
  /// pointed to it, with tabs between.
  package var line: String {
    func joined(_ words: [String]) -> String { words.joined(separator: String(TextSignals.separator)) }
    let stances = (isFor ? "+" : "") + (isAgainst ? "-" : "")
    let pairs = zip(departments, departmentTerms).flatMap { ["\($0)", $1] }
    return "\(severity)\t\(stances)\t\(joined(severityWords))\t\(joined(requests))\t\(joined(pairs))"
  }

  /// The signals that `line` holds; nil if it is no such line.
  package init?(line: String) {
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard parts.count == 5, let severity = Int(parts[0]), (0...3).contains(severity) else { return nil }
    let pairs = parts[4].split(separator: TextSignals.separator)
    guard pairs.count.isMultiple(of: 2) else { return nil }
    self.init()
    self.severity = severity
    isFor = parts[1].contains("+")
    isAgainst = parts[1].contains("-")
    severityWords = parts[2].split(separator: TextSignals.separator).map(String.init)
    requests = parts[3].split(separator: TextSignals.separator).map(String.init)
    for i in stride(from: 0, to: pairs.count, by: 2) {
      guard let department = Int(pairs[i]) else { return nil }
      departments.append(department)
      departmentTerms.append(String(pairs[i + 1]))
    }
  }
}
