/// `value` with `digits` decimals, without the locale having a say.
func decimal(_ value: Double, _ digits: Int) -> String {
  let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
  let units = Int((value * Double(scale)).rounded())
  let fraction = String(abs(units) % scale)
  let zeros = String(repeating: "0", count: max(0, digits - fraction.count))
  let sign = units < 0 ? "-" : ""
  return digits == 0 ? "\(units)" : "\(sign)\(abs(units) / scale).\(zeros)\(fraction)"
}
