import MinyiModel
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

  private let image: CacheImage

  /// Why ICU could not fill the table, or nil: then nothing is missing.
  ///
  /// Without ICU's data, text is kept but not simplified or not normalised; a program should say so.
  public let problem: String?

  /// The table that every `Cleaner()` uses, taken at first use from the user's cache folder, or made.
  public static let shared = CharacterTable(cache: .standard)

  /// Changes with anything that changes the entries from the same ICU.
  private static let version = 1
  private static let cacheKind = "characters"

  /// The table by ICU's data, from `cache` if it is there; else made, which takes about 70 ms, most of it ICU
  /// parsing the rules of its Hant-Hans transliterator.
  public init(cache: CacheFolder = .none) {
    let text = "\(CharacterTable.version) \(ICUVersion.icu) \(ICUVersion.unicode)"
    let key = Array(text.utf8).withUnsafeBytes(Checksum.of)
    if let image = cache.load(kind: CharacterTable.cacheKind, key: key) {
      self.init(image: image, problem: nil)
      return
    }
    self.init(key: key)
    if problem == nil { cache.store(image, kind: CharacterTable.cacheKind, key: key) }
  }

  private init(key: UInt64) {
    var simplified = [UInt16](repeating: 0, count: 0x10000)
    var status: Int32 = 0
    cicu_fill_simplified(&simplified, &status)
    var inertStatus: Int32 = 0
    let entries = CharacterTableBuilder(simplified: simplified, status: &inertStatus).entries()
    let image = CacheFile.image(key: key, contentCount: entries.count * 4) { content in
      entries.withUnsafeBytes { content.copyMemory(from: $0) }
    }
    let failed = status > 0 ? status : inertStatus
    let problem =
      "ICU 字符表加载失败：\(String(cString: cicu_status_name(failed)))，请重新安装 libicu72"
      + "（ICU could not load its character data; reinstall libicu72）"
    self.init(image: image, problem: failed > 0 ? problem : nil)
  }

  private init(image: CacheImage, problem: String?) {
    self.image = image
    self.problem = problem
  }

  /// 65,536 entries, which last as long as the table.
  var entries: UnsafePointer<UInt32> { CacheFile.content(of: image).assumingMemoryBound(to: UInt32.self) }
}
