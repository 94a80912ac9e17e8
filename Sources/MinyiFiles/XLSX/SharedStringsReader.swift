/// Reads the shared strings of a workbook (xl/sharedStrings.xml): plain and rich text, without phonetic guides.
final class SharedStringsReader: XMLHandler {
  let strings = SharedStrings()
  private(set) var failure: FileError?
  private let neededCount: Int
  private let text = ByteBuffer()
  private var isText = false
  private var isPhonetic = false

  /// Reads the first `neededCount` strings.
  init(neededCount: Int) { self.neededCount = neededCount }

  var isDone: Bool { failure != nil || strings.count >= neededCount }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "t" {
      isText = !isPhonetic
    } else if name == "si" {
      text.removeAll()
    } else if name == "rPh" {
      isPhonetic = true
    }
  }

  func end(_ name: XMLName) {
    if name == "t" {
      isText = false
    } else if name == "si" {
      ExcelEscapes.decode(text, from: 0)
      do throws(FileError) { try strings.append(text.bytes) } catch { failure = error }
    } else if name == "rPh" {
      isPhonetic = false
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isText, text.count <= CellLimits.byteCount { text.append(bytes) }
  }
}
