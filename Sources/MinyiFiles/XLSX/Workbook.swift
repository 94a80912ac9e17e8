/// An opened workbook: its sheets, its number formats, its shared strings. Not for two threads at once.
final class Workbook {
  struct Sheet: Sendable, Equatable {
    var name: String
    /// The name of its entry in the archive.
    var part: String
    var isHidden: Bool
  }

  let path: String
  let sheets: [Sheet]
  private let archive: ZipArchive
  private let formats: [NumberFormat]
  private let is1904: Bool
  private let stringsPart: String?

  /// Throws `FileError` for an archive that is no workbook, or a damaged one.
  init(_ file: FileBytes, path: String) throws {
    self.path = path
    let archive = try ZipArchive(file, path: path)
    self.archive = archive
    let roots = try Workbook.relationships("_rels/.rels", of: archive)
    let main = roots.values.first { $0.kind == "officeDocument" }.map {
      RelationshipsReader.part($0.target, from: "")
    }
    guard let main, archive.contains(main), main.lowercased().hasSuffix(".xml"), !main.hasPrefix("word/"),
      !main.hasPrefix("ppt/")
    else { throw FileError.unsupportedFormat(path: path, kind: Workbook.kind(of: archive, main: main)) }
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    let name = main.split(separator: "/").last ?? ""
    let parts = try Workbook.relationships(folder + "/_rels/" + name + ".rels", of: archive)
    let reader = WorkbookReader()
    try XMLReader.read(main, of: archive, into: reader)
    is1904 = reader.is1904
    sheets = reader.sheets.compactMap { sheet in
      guard let part = parts[sheet.relationship], part.kind == "worksheet" else { return nil }
      return Sheet(
        name: sheet.name, part: RelationshipsReader.part(part.target, from: folder), isHidden: sheet.isHidden)
    }
    func target(_ kind: String) -> String? {
      parts.values.first { $0.kind == kind }.map { RelationshipsReader.part($0.target, from: folder) }
    }
    stringsPart = target("sharedStrings")
    let styles = StylesReader()
    if let part = target("styles"), archive.contains(part) {
      try XMLReader.read(part, of: archive, into: styles)
    }
    formats = styles.formats
  }

  private static func relationships(_ part: String, of archive: ZipArchive) throws
    -> [String: RelationshipsReader.Relationship]
  {
    guard archive.contains(part) else { return [:] }
    let reader = RelationshipsReader()
    try XMLReader.read(part, of: archive, into: reader)
    return reader.relationships
  }

  /// What an archive that is no workbook is.
  private static func kind(of archive: ZipArchive, main: String?) -> String {
    let names = archive.names(maximumCount: 1000)
    if main?.hasSuffix(".bin") == true || archive.contains("xl/workbook.bin") { return "XLSB" }
    if archive.contains("word/document.xml") { return "DOCX" }
    if archive.contains("ppt/presentation.xml") { return "PPTX" }
    if archive.contains("content.xml"), names.contains("mimetype") { return "ODS" }
    return "ZIP"
  }

  func byteCount(of sheet: Sheet) -> Int { archive.byteCount(of: sheet.part) }

  /// The first `neededCount` shared strings.
  func strings(neededCount: Int = .max) throws -> SharedStrings {
    let reader = SharedStringsReader(neededCount: min(neededCount, SharedStrings.maximumCount))
    if neededCount > 0, let stringsPart, archive.contains(stringsPart) {
      try XMLReader.read(stringsPart, of: archive, into: reader)
    }
    if let failure = reader.failure { throw failure }
    if neededCount > SharedStrings.maximumCount, reader.strings.count >= SharedStrings.maximumCount {
      throw FileError.unpacksTooLarge(path: path, part: stringsPart ?? "")
    }
    try reader.strings.finish()
    return reader.strings
  }

  /// Calls `body` for the rows of `sheet` until it returns false, and `afterPiece` with the bytes of XML read.
  @discardableResult
  func forEachRow(
    of sheet: Sheet, strings: SharedStrings, afterPiece: (Int) -> Void = { _ in },
    _ body: @escaping (SheetRow) throws -> Bool
  ) throws -> (highestString: Int, impreciseCount: Int) {
    guard archive.contains(sheet.part) else {
      throw FileError.damaged(path: path, part: sheet.part, detail: "the sheet is missing")
    }
    let reader = SheetReader(strings: strings, formats: formats, is1904: is1904, body)
    try XMLReader.read(sheet.part, of: archive, into: reader, afterPiece: afterPiece)
    if let failure = reader.failure { throw failure }
    // Not the reader itself: it holds `body`.
    return (reader.highestString, reader.number.impreciseCount)
  }
}
