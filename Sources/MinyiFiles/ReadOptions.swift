public import MinyiModel

/// What the user says about a file; whatever is not said is found by looking at the file.
public struct ReadOptions: Sendable {
  /// Columns named by the user. A field in here has this column and no other.
  public var map: [OpinionField: String]
  /// A name or alias that ICU knows, e.g. "gbk"; nil to find it.
  public var encoding: String?
  /// nil to find it.
  public var format: FileFormat?

  /// Of a workbook, the name or the number (from 1) of the sheet; nil: the first one with opinions.
  public var sheet: String?

  /// Nothing said means that all is to be found.
  public init(
    map: [OpinionField: String] = [:], encoding: String? = nil, format: FileFormat? = nil,
    sheet: String? = nil
  ) {
    self.map = map
    self.encoding = encoding
    self.format = format
    self.sheet = sheet
  }

  /// The map in `"body=内容,time=日期"`; commas and equals signs may be full-width.
  ///
  /// Throws `FileError.badMap` for a part without `=`, an unknown field, a field named twice or an empty column.
  public static func parseMap(_ text: String) throws(FileError) -> [OpinionField: String] {
    var map: [OpinionField: String] = [:]
    for part in text.split(whereSeparator: { $0 == "," || $0 == "，" }) {
      let pair = part.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "=" || $0 == "＝" }
      guard pair.count == 2 else { throw .badMap(text: text, part: String(part), flaw: .noEqualsSign) }
      let name = Whitespace.trimmed(String(pair[0])).lowercased()
      let column = Whitespace.trimmed(String(pair[1]))
      guard let field = OpinionField(rawValue: name) else {
        throw .badMap(text: text, part: String(part), flaw: .unknownField)
      }
      guard !column.isEmpty else { throw .badMap(text: text, part: String(part), flaw: .noColumn) }
      guard map[field] == nil else { throw .badMap(text: text, part: String(part), flaw: .fieldTwice) }
      map[field] = column
    }
    if map.isEmpty { throw .badMap(text: text, part: text, flaw: .noEqualsSign) }
    return map
  }
}
