/// A naive CSV reader over characters, to compare the real one with. Only for well-formed tables.
enum TableOracle {
  struct Row: Equatable {
    var line: Int
    var fields: [String]
  }

  static func rows(_ text: String, delimiter: Unicode.Scalar) -> [Row] {
    let scalars = Array(text.unicodeScalars)
    var rows: [Row] = []
    var line = 1
    var i = 0
    while i < scalars.count {
      var row = Row(line: line, fields: [])
      var isInRow = true
      while isInRow {
        var field = String.UnicodeScalarView()
        var isQuoted = false
        while i < scalars.count, scalars[i] == " " { i += 1 }
        if i < scalars.count, scalars[i] == "\"" {
          isQuoted = true
          i += 1
          while scalars[i] != "\"" || (i + 1 < scalars.count && scalars[i + 1] == "\"") {
            if scalars[i] == "\"" { i += 1 }
            let isLoneCR = scalars[i] == "\r" && scalars[i + 1] != "\n"
            if scalars[i] == "\n" || isLoneCR { line += 1 }
            field.append(scalars[i])
            i += 1
          }
          i += 1
        }
        while i < scalars.count, ![delimiter, "\r", "\n"].contains(scalars[i]) {
          if !isQuoted { field.append(scalars[i]) }
          i += 1
        }
        while !isQuoted, field.last == " " { field.removeLast() }
        row.fields.append(String(field))
        isInRow = i < scalars.count && scalars[i] == delimiter
        if isInRow { i += 1 }
      }
      if i < scalars.count {
        i += scalars[i] == "\r" && i + 1 < scalars.count && scalars[i + 1] == "\n" ? 2 : 1
        line += 1
      }
      rows.append(row)
    }
    return rows
  }
}
