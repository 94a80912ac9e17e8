/// Numbers as readers see them, without the locale having a say.
enum Format {
  /// With commas: 12,345.
  static func count(_ value: Int) -> String {
    let digits = Array(String(abs(value)))
    var text = value < 0 ? "-" : ""
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.count - i) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  static func one(_ value: Double) -> String { decimal(value, 10) }

  static func two(_ value: Double) -> String { decimal(value, 100) }

  static func thousandths(_ value: Double) -> String {
    let units = Int((value * 1000).rounded())
    let rest = String(abs(units) % 1000)
    return "\(abs(units) / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

  private static func decimal(_ value: Double, _ scale: Int) -> String {
    guard value.isFinite else { return "–" }
    let units = Int((value * Double(scale)).rounded())
    let rest = String(abs(units) % scale)
    let zeros = String(repeating: "0", count: max(0, (scale == 10 ? 1 : 2) - rest.count))
    return "\(units < 0 ? "-" : "")\(abs(units) / scale).\(zeros)\(rest)"
  }
}
