/// Strings as a JSON array, for the script to read out of an attribute.
enum JSONList {
  static func text(_ strings: [String]) -> String {
    "[" + strings.map { "\"" + escaped($0) + "\"" }.joined(separator: ",") + "]"
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      // Attributes show control characters as spaces, so that options and rows agree.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
