/// What a cell's number stands for, by its number format.
enum NumberFormat: Equatable {
  case number
  /// A day, a time of day or both, counted in days.
  case date
  /// Zeros only, "000000": an id with zeros at its start.
  case zeros(Int)

  /// The kind of a format by its number (ECMA-376 part 1, 18.8.30; 27...36 and 50...58 are dates in East Asian locales),
  /// and by its code where the workbook defines it.
  init(id: Int, code: String?) {
    if let code {
      self = NumberFormat.kind(of: code)
    } else {
      switch id {
      case 14...22, 27...36, 45, 47, 50...58: self = .date
      default: self = .number
      }
    }
  }

  private static func kind(of code: String) -> NumberFormat {
    // The first section is that of positive numbers.
    var letters: [Character] = []
    var iterator = code.makeIterator()
    section: while let character = iterator.next() {
      switch character {
      case ";": break section
      case "\"": while let quoted = iterator.next(), quoted != "\"" {}
      case "\\", "_", "*": _ = iterator.next()
      case "[":
        var bracket = ""
        while let inner = iterator.next(), inner != "]" { bracket.append(inner) }
        // [h]:mm is a length of time, not a time.
        if !bracket.isEmpty, bracket.lowercased().allSatisfy({ "hms".contains($0) }) { return .number }
      default: letters.append(contentsOf: character.lowercased())
      }
    }
    if letters.count > 1, letters.allSatisfy({ $0 == "0" }) { return .zeros(letters.count) }
    if String(letters) == "general" { return .number }
    return letters.contains { "ymdhs年月日时分秒".contains($0) } ? .date : .number
  }
}
