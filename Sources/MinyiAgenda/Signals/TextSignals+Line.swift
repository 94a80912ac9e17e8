extension TextSignals {
  /// Stands between words. Cleaned text holds no control character.
  private static let separator: UInt8 = 0x1F

  /// The signals as one line, for the workspace: grade, stances, grave words, requests, departments each with the term that
  /// pointed to it, with tabs between.
  package var line: String {
    func joined(_ words: [String]) -> String { words.joined(separator: "\u{1F}") }
    let stances = (isFor ? "+" : "") + (isAgainst ? "-" : "")
    let pairs = zip(departments, departmentTerms).flatMap { ["\($0)", $1] }
    return "\(severity)\t\(stances)\t\(joined(severityWords))\t\(joined(requests))\t\(joined(pairs))"
  }

  /// The signals that `line` holds; nil if it is no such line.
  package init?(line: String) {
    let parts = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard parts.count == 5, let severity = Int(Substring(parts[0])), (0...3).contains(severity) else {
      return nil
    }
    let pairs = TextSignals.words(parts[4])
    guard pairs.count.isMultiple(of: 2) else { return nil }
    self.init()
    self.severity = severity
    isFor = parts[1].contains(UInt8(ascii: "+"))
    isAgainst = parts[1].contains(UInt8(ascii: "-"))
    severityWords = TextSignals.words(parts[2])
    requests = TextSignals.words(parts[3])
    for i in stride(from: 0, to: pairs.count, by: 2) {
      guard let department = Int(pairs[i]) else { return nil }
      departments.append(department)
      departmentTerms.append(pairs[i + 1])
    }
  }

  private static func words(_ text: Substring.UTF8View) -> [String] {
    text.split(separator: separator).map { String(Substring($0)) }
  }
}
