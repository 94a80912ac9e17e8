import CICU

/// Normalising as its definition says it, a whole text and a whole step at a time. Knows no markup.
struct NaiveNormalizer {
  private let simplified: [UInt16]

  init() {
    var simplified = [UInt16](repeating: 0, count: 0x10000)
    var status: Int32 = 0
    cicu_fill_simplified(&simplified, &status)
    self.simplified = simplified
  }

  func normalize(_ text: String) -> String {
    var current = String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !NaiveNormalizer.isInvisible($0) }))
    while true {
      var next = String.UnicodeScalarView()
      for scalar in nfkc(current).unicodeScalars where !NaiveNormalizer.isInvisible(scalar) {
        next.append(folded(scalar))
      }
      // Scalar by scalar: `==` on strings takes canonically equivalent ones for equal.
      if next.elementsEqual(current.unicodeScalars) { break }
      current = String(next)
    }
    return collapsed(current)
  }

  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if isSpace(scalar) { return false }
    let properties = scalar.properties
    return properties.isDefaultIgnorableCodePoint || properties.generalCategory == .control
      || (0xFFF9...0xFFFC).contains(scalar.value) || properties.isNoncharacterCodePoint
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  private func nfkc(_ text: String) -> String {
    let units = Array(text.utf16)
    var result = [UInt16](repeating: 0, count: units.count * 20 + 20)
    var status: Int32 = 0
    let count = cicu_nfkc(units, Int32(units.count), &result, Int32(result.count), &status)
    return String(decoding: result.prefix(Int(count)), as: UTF16.self)
  }

  private func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    // 苧 and 苎 map to each other.
    if scalar == "苧" { return "苎" }
    guard scalar.value < 0x10000, scalar != "苎" else { return scalar }
    let simple = Unicode.Scalar(simplified[Int(scalar.value)]) ?? scalar
    // Latin, Greek and Cyrillic; not Armenian, Georgian, Cherokee, Glagolitic, Coptic.
    guard simple.value < 0x530 || (0x1E00...0x1FFF).contains(simple.value) else { return simple }
    let lower = simple.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? simple : simple
  }

  private func collapsed(_ text: String) -> String {
    let isBreak: (Unicode.Scalar) -> Bool = {
      "\n\r\u{B}\u{C}\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0)
    }
    var result = String.UnicodeScalarView()
    var run: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if NaiveNormalizer.isSpace(scalar) {
        run.append(scalar)
        continue
      }
      if !run.isEmpty, !result.isEmpty { result.append(run.contains(where: isBreak) ? "\n" : " ") }
      run = []
      result.append(scalar)
    }
    return String(result)
  }
}
