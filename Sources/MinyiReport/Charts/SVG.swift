/// An SVG drawing put together element by element. Attributes are written by the program; texts are escaped.
struct SVG {
  private(set) var text = ""

  /// `attributes` must be well formed.
  mutating func open(_ element: String, _ attributes: String = "") {
    text += attributes.isEmpty ? "<\(element)>" : "<\(element) \(attributes)>"
  }

  /// A drawing that is whole.
  mutating func append(_ drawing: String) { text += drawing }

  mutating func close(_ element: String) { text += "</\(element)>" }

  mutating func empty(_ element: String, _ attributes: String) { text += "<\(element) \(attributes)/>" }

  mutating func element(_ element: String, _ attributes: String, _ content: String) {
    open(element, attributes)
    text += SVG.escaped(content)
    close(element)
  }

  /// A rectangle with a name for the pointer and for screen readers.
  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String, title: String? = nil
  ) {
    let attributes =
      "class=\"\(style)\" x=\"\(SVG.number(x))\" y=\"\(SVG.number(y))\" width=\"\(SVG.number(width))\" "
      + "height=\"\(SVG.number(height))\""
    guard let title else { return empty("rect", attributes) }
    open("rect", attributes)
    element("title", "", title)
    close("rect")
  }

  mutating func label(
    _ content: String, _ x: Double, _ y: Double, _ style: String, anchor: String? = nil
  ) {
    let place = "x=\"\(SVG.number(x))\" y=\"\(SVG.number(y))\""
    element(
      "text", "class=\"\(style)\" \(place)" + (anchor.map { " text-anchor=\"\($0)\"" } ?? ""), content)
  }

  /// `value` with at most one decimal, without the locale having a say.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }

  /// Text for an element or an attribute. Control characters, which XML cannot have, become spaces.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
