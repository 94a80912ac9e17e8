import Minyi

/// A text on one line, or the part of it around its first mark.
struct Passage {
  private let scalars: [Unicode.Scalar]
  private let marks: [Range<Int>]
  private let width: Int

  /// Columns shown before the first mark where the text does not fit.
  private static let lead = 24

  /// - Parameter marks: ranges of Unicode scalars, in order.
  init(_ text: String, marks: [Range<Int>], width: Int) {
    scalars = text.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }
    self.marks = marks
    self.width = width
  }

  /// The passage with every mark put through `style`.
  func text(_ style: (String) -> String) -> String {
    let shown = window()
    var text = shown.lowerBound > 0 ? "…" : ""
    var position = shown.lowerBound
    for mark in marks.map({ $0.clamped(to: shown) }) where !mark.isEmpty && mark.lowerBound >= position {
      text += string(position..<mark.lowerBound) + style(string(mark))
      position = mark.upperBound
    }
    return text + string(position..<shown.upperBound) + (shown.upperBound < scalars.count ? "…" : "")
  }

  private func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  /// The scalars that are shown.
  private func window() -> Range<Int> {
    if width == .max || string(0..<scalars.count).columnCount <= width { return 0..<scalars.count }
    var start = marks.first?.lowerBound ?? 0
    var columns = 0
    while start > 0, columns < Passage.lead {
      start -= 1
      columns += string(start..<(start + 1)).columnCount
    }
    // The beginning is shown where all of what is marked first fits behind it.
    var end = start
    columns = start > 0 ? 2 : 1
    while end < scalars.count {
      let next = string(end..<(end + 1)).columnCount
      if columns + next > width { break }
      columns += next
      end += 1
    }
    return start..<end
  }
}
