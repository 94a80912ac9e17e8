/// Numbers in sentences, without the locale having a say.
enum Decimals {
  static func one(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths % 10))"
  }
}
