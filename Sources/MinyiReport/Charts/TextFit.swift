/// Text that must fit a width, by columns: a Chinese character has two, a Latin letter one.
enum TextFit {
  static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// `text` within `columns`, with … where something is left out.
  static func cut(_ text: String, columns limit: Int) -> String {
    if text.utf8.count <= limit || columns(of: text) <= limit { return text }
    var kept = ""
    var used = 1
    for character in text {
      used += character.unicodeScalars.reduce(0) { max($0, columns(of: $1)) }
      if used > limit { break }
      kept.append(character)
    }
    return kept + "…"
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
