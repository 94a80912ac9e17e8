import CICU

/// Makes the entries of a `CharacterTable` from ICU's tables.
struct CharacterTableBuilder {
  private let simplified: [UInt16]
  private let inert: [UInt8]
  private let lowerCase: [UInt16: UInt16]

  init(simplified: [UInt16], status: inout Int32) {
    var inert = [UInt8](repeating: 0, count: 0x10000)
    cicu_fill_nfkc_inert(&inert, &status)
    self.inert = inert
    self.simplified = simplified
    lowerCase = CharacterTableBuilder.lowerCaseForms()
  }

  func entries() -> [UInt32] { (0...UInt16.max).map(entry) }

  private func entry(_ unit: UInt16) -> UInt32 {
    if UTF16.isSurrogate(unit) { return UInt32(unit) }
    if CharacterTableBuilder.isInvisible(unit) { return UInt32(unit) | CharacterTable.invisible }
    if let space = CharacterTableBuilder.whiteSpace(unit) {
      return UInt32(space) | CharacterTable.boundary | CharacterTable.rule
    }
    guard let compatible = compatibleForm(unit) else { return UInt32(unit) }
    // The first unit of the compatible form has a boundary before it only if the character itself has one:
    // both decompose to the same first character.
    guard inert[Int(compatible.first)] == 1 else { return UInt32(unit) }
    guard compatible.isSingle else { return UInt32(unit) | CharacterTable.boundary }
    let folded = folded(compatible.first)
    let isRule = folded < 0x80 || folded == Unit.tagClose
    return UInt32(folded) | CharacterTable.boundary
      | (isRule && Unit.mayEndPattern(folded) ? CharacterTable.rule : CharacterTable.copy)
  }

  /// The first unit of the character's NFKC, and whether it is the only one.
  private func compatibleForm(_ unit: UInt16) -> (first: UInt16, isSingle: Bool)? {
    if inert[Int(unit)] == 1 { return (unit, true) }
    var result = [UInt16](repeating: 0, count: 32)
    var status: Int32 = 0
    let length = cicu_nfkc([unit], 1, &result, Int32(result.count), &status)
    return status <= 0 && length > 0 ? (result[0], length == 1) : nil
  }

  /// Lower case and simplified, until nothing changes.
  ///
  /// ICU's table maps 苧 to 苎 and 苎 to 苧: of such a circle every member becomes the smallest.
  private func folded(_ unit: UInt16) -> UInt16 {
    var seen = [unit]
    while let last = seen.last {
      let simple = simplified[Int(last)]
      let next = lowerCase[simple] ?? simple
      if next == last || inert[Int(next)] == 0 { return last }
      if let start = seen.firstIndex(of: next) { return seen[start...].min() ?? last }
      seen.append(next)
    }
    return unit
  }

  /// Simple lower case of Latin, Greek and Cyrillic capitals, from the standard library's Unicode data.
  private static func lowerCaseForms() -> [UInt16: UInt16] {
    var forms: [UInt16: UInt16] = [:]
    for block in [0x41...0x24F, 0x370...0x52F, 0x1E00...0x1FFF] as [ClosedRange<UInt16>] {
      for unit in block {
        guard let scalar = Unicode.Scalar(unit) else { continue }
        let lower = scalar.properties.lowercaseMapping.utf16
        if let first = lower.first, lower.count == 1, first != unit { forms[unit] = first }
      }
    }
    return forms
  }

  /// Control characters, default-ignorable characters, annotation marks and noncharacters.
  private static func isInvisible(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09...0x0D, 0x85: false
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x034F, 0x061C: true
    // Hangul fillers: letters by category, but without a shape.
    case 0x115F, 0x1160, 0x3164, 0xFFA0: true
    case 0x17B4, 0x17B5, 0x180B...0x180F: true
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F: true
    case 0xFDD0...0xFDEF, 0xFE00...0xFE0F, 0xFEFF, 0xFFF0...0xFFFC, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func whiteSpace(_ unit: UInt16) -> UInt16? {
    switch unit {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: Unit.lineBreak
    case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: Unit.space
    default: nil
    }
  }
}
