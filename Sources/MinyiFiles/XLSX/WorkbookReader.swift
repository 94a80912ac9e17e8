/// Reads the sheets of a workbook and its date system (xl/workbook.xml).
final class WorkbookReader: XMLHandler {
  struct Sheet {
    var name: String
    var relationship: String
    var isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  /// Days are counted from 1904-01-01, as Excel for Mac did.
  private(set) var is1904 = false

  var isDone: Bool { sheets.count > 10_000 }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "sheet" {
      let state = attributes.string("state")
      sheets.append(
        Sheet(
          name: attributes.string("name") ?? "", relationship: attributes.string("id") ?? "",
          isHidden: state == "hidden" || state == "veryHidden"))
    } else if name == "workbookPr" {
      is1904 = attributes.flag("date1904")
    }
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
