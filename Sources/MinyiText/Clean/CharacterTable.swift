import CICU

/// What normalising does to each code point of the basic multilingual plane, in one look-up.
///
/// An entry's low 16 bits are the unit that the code point becomes (compatibility form, lower case,
/// simplified), its high bits say how much care it needs. Immutable and shared: 256 KB.
public struct CharacterTable: Sendable {
  /// May begin a normalisation segment: composes with nothing before it.
  static let boundary: UInt32 = 1 << 16
  /// Becomes the one unit in the low bits if a boundary follows, and ends no pattern.
  static let copy: UInt32 = 1 << 17
  /// Becomes the one unit in the low bits if a boundary follows, and may end a pattern, or is white space.
  static let rule: UInt32 = 1 << 18
  /// Vanishes: control, zero-width, bidirectional, variation selector.
  static let invisible: UInt32 = 1 << 19

  let entries: [UInt32]

  /// Why ICU could not fill the table, or nil: then nothing is missing.
  ///
  /// Without ICU's data, text is kept but not simplified or not normalised; a program should say so.
  public let problem: String?

  /// The table that every `Cleaner()` uses, made at first use. About 70 ms, most of it ICU parsing the rules
  /// of its Hant-Hans transliterator: keep `simplified()` in a cache to save them.
  public static let shared = CharacterTable()

  /// The table by ICU's data.
  public init() {
    var status: Int32 = 0
    let simplified = CharacterTable.simplified(status: &status)
    self.init(simplified: simplified, status: status)
  }

  /// The table with `simplified` (65,536 entries, from `simplified()`) in place of ICU's transliterator.
  /// About 10 ms.
  public init(simplified: [UInt16]) {
    self.init(simplified: simplified, status: 0)
  }

  private init(simplified: [UInt16], status: Int32) {
    var inertStatus: Int32 = 0
    let builder = CharacterTableBuilder(simplified: simplified, status: &inertStatus)
    entries = builder.entries()
    let failed = status > 0 ? status : inertStatus
    problem =
      failed > 0
      ? "ICU 字符表加载失败：\(String(cString: cicu_status_name(failed)))，请重新安装 libicu72"
        + "（ICU could not load its character data; reinstall libicu72）"
      : nil
  }

  /// The simplified form of every code point of the basic multilingual plane by ICU's Hant-Hans: 65,536
  /// entries.
  public static func simplified() -> [UInt16] {
    var status: Int32 = 0
    return simplified(status: &status)
  }

  private static func simplified(status: inout Int32) -> [UInt16] {
    var simplified = [UInt16](repeating: 0, count: 0x10000)
    cicu_fill_simplified(&simplified, &status)
    return simplified
  }
}
