/// Reads the number formats of a workbook's cell styles (xl/styles.xml).
final class StylesReader: XMLHandler {
  /// By the number that a cell's `s` names.
  private(set) var formats: [NumberFormat] = []
  private var codes: [Int: String] = [:]
  private var isInCellFormats = false

  var isDone: Bool { false }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "numFmt" {
      if let id = attributes.int("numFmtId"), codes.count < 10_000 {
        codes[id] = attributes.string("formatCode")
      }
    } else if name == "cellXfs" {
      isInCellFormats = true
    } else if name == "xf", isInCellFormats {
      let id = attributes.int("numFmtId") ?? 0
      // Excel has at most 65,490 formats.
      if formats.count < 1 << 17 { formats.append(NumberFormat(id: id, code: codes[id])) }
    }
  }

  func end(_ name: XMLName) {
    if name == "cellXfs" { isInCellFormats = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
