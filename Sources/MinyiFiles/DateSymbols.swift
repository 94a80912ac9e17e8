/// Reduces a date to a small alphabet: digits, `-/.:,+ `, `Y M D` (年月日), `T`, `h m s` (时分秒), `a p` (上午、下午), `Z`.
enum DateSymbols {
  /// Longer text is no date.
  private static let maximumCount = 48

  /// nil if `text` has anything that no date has.
  static func symbols(of text: String) -> [Unicode.Scalar]? {
    var symbols: [Unicode.Scalar] = []
    symbols.reserveCapacity(24)
    let scalars = text.unicodeScalars
    var i = scalars.startIndex
    while i < scalars.endIndex {
      if symbols.count == maximumCount { return nil }
      let scalar = scalars[i]
      i = scalars.index(after: i)
      if let symbol = symbol(of: scalar) {
        symbols.append(symbol)
        continue
      }
      // The rest is written with two characters.
      guard i < scalars.endIndex else { return nil }
      let next = scalars[i]
      i = scalars.index(after: i)
      switch (scalar, next) {
      case ("上", "午"), ("早", "上"), ("凌", "晨"), ("A", "M"), ("a", "m"): symbols.append("a")
      case ("下", "午"), ("晚", "上"), ("P", "M"), ("p", "m"): symbols.append("p")
      case ("周", _), ("星", "期"):
        if scalar == "星", i < scalars.endIndex { i = scalars.index(after: i) }
        symbols.append(" ")
      default: return nil
      }
    }
    return symbols
  }

  private static func symbol(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "0"..."9", "-", "/", ".", ":", ",", "+", "T", "Z": scalar
    case "\u{FF10}"..."\u{FF19}", "／", "．", "：", "＋", "－", "，":
      // The full-width forms are ASCII's, 0xFEE0 later.
      Unicode.Scalar(scalar.value - 0xFEE0)
    case " ", "\t", "\u{3000}", "\u{A0}": " "
    case "年": "Y"
    case "月": "M"
    case "日", "号": "D"
    case "时", "時", "点": "h"
    case "分": "m"
    case "秒": "s"
    default: nil
    }
  }
}
