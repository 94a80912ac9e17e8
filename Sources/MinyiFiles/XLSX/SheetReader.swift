/// Reads the rows of a sheet (xl/worksheets/….xml) one after the other.
final class SheetReader: XMLHandler {
  private enum Kind { case number, shared, text, boolean, error, iso }

  /// The highest number of a shared string that a cell refers to.
  private(set) var highestString = -1
  private(set) var number: CellNumber
  private(set) var failure: (any Error)?
  private(set) var isDone = false

  private let strings: SharedStrings
  private let formats: [NumberFormat]
  private let row = SheetRow()
  private let body: (SheetRow) throws -> Bool
  private let value = ByteBuffer()

  private var isInData = false
  private var isInRow = false
  private var isText = false
  private var isPhonetic = false
  private var line = 0
  private var column = -1
  private var kind = Kind.number
  private var style = -1

  /// `body` gets every row and returns false when it wants no more.
  init(
    strings: SharedStrings, formats: [NumberFormat], is1904: Bool, _ body: @escaping (SheetRow) throws -> Bool
  ) {
    self.strings = strings
    self.formats = formats
    number = CellNumber(is1904: is1904)
    self.body = body
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if !isInData {
      isInData = name == "sheetData"
    } else if name == "c" {
      startCell(attributes)
    } else if name == "v" || name == "t" {
      isText = !isPhonetic
    } else if name == "row" {
      startRow(attributes)
    } else if name == "rPh" {
      isPhonetic = true
    }
  }

  func end(_ name: XMLName) {
    guard isInData else { return }
    if name == "c" {
      endCell()
    } else if name == "v" || name == "t" {
      isText = false
    } else if name == "row" {
      endRow()
    } else if name == "rPh" {
      isPhonetic = false
    } else if name == "sheetData" {
      isInData = false
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isText, value.count <= CellLimits.byteCount { value.append(bytes) }
  }

  private func startRow(_ attributes: XMLAttributes) {
    // Rows without a number, or with one that goes back, follow each other.
    line = max(line + 1, attributes.int("r") ?? 0)
    column = -1
    isInRow = true
    row.clear(line: line, isHidden: attributes.flag("hidden"))
  }

  private func endRow() {
    guard isInRow else { return }
    isInRow = false
    do { isDone = try !body(row) } catch {
      failure = error
      isDone = true
    }
  }

  private func startCell(_ attributes: XMLAttributes) {
    value.removeAll()
    kind = .number
    style = -1
    var place: Int?
    var i = 0
    while let name = attributes.pairs[i], let text = attributes.pairs[i + 1] {
      i += 2
      if name[1] != 0 { continue }
      switch UInt8(bitPattern: name[0]) {
      case UInt8(ascii: "r"): place = SheetReader.column(of: text)
      case UInt8(ascii: "s"): style = SheetReader.digits(text)
      case UInt8(ascii: "t"): kind = SheetReader.kind(of: text)
      default: break
      }
    }
    column = place ?? column + 1
  }

  private func endCell() {
    guard isInRow else { return }
    if column >= CellLimits.columnCount || column < 0 {
      row.problem = .tooManyFields(expected: CellLimits.columnCount, got: column + 1)
      return
    }
    if value.count == 0 { return }
    let start = row.text.count
    switch kind {
    case .shared: appendShared()
    case .text:
      row.text.append(value.bytes)
      ExcelEscapes.decode(row.text, from: start)
    case .number: number.append(value.bytes, format, to: row.text)
    case .boolean: row.text.append(value.slice(0, 1)[0] == UInt8(ascii: "1") ? "TRUE" : "FALSE")
    case .iso: row.text.append(value.bytes)
    case .error: row.errorCellCount += 1
    }
    if row.text.count > RowLimits.lineByteCount {
      row.problem = .tooLong(limit: RowLimits.lineByteCount, unit: .bytes)
      row.text.truncate(to: start)
    }
    if row.text.count > start { row.endCell(column, from: start) }
  }

  private var format: NumberFormat { formats.indices.contains(style) ? formats[style] : .number }

  private func appendShared() {
    let index = value.bytes.reduce(0) { number, byte in
      (0x30...0x39).contains(byte) && number >= 0 && number < 1 << 40 ? 10 * number + Int(byte - 0x30) : -1
    }
    highestString = max(highestString, index)
    if let string = strings[index] {
      row.text.append(string)
    } else {
      row.problem = .missingString(number: index)
    }
  }

  private static func kind(of text: UnsafePointer<CChar>) -> Kind {
    switch (UInt8(bitPattern: text[0]), text[1]) {
    case (UInt8(ascii: "s"), 0): .shared
    case (UInt8(ascii: "s"), _), (UInt8(ascii: "i"), _): .text
    case (UInt8(ascii: "b"), _): .boolean
    case (UInt8(ascii: "e"), _): .error
    case (UInt8(ascii: "d"), _): .iso
    default: .number
    }
  }

  /// The column, from 0, of a place such as "AB12".
  private static func column(of place: UnsafePointer<CChar>) -> Int {
    var column = 0
    var i = 0
    while true {
      let letter = UInt8(bitPattern: place[i]) & 0xDF
      guard (0x41...0x5A).contains(letter), place[i] > 0x40, column < 1 << 24 else { break }
      column = 26 * column + Int(letter - 0x40)
      i += 1
    }
    return column - 1
  }

  private static func digits(_ text: UnsafePointer<CChar>) -> Int {
    var number = 0
    var i = 0
    while (0x30...0x39).contains(text[i]), number < 1 << 24 {
      number = 10 * number + Int(text[i] - 0x30)
      i += 1
    }
    return number
  }
}
