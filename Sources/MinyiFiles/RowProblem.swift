/// Why one row is no opinion, and where it is.
public struct RowProblem: Error, Sendable, Equatable {
  /// The physical line on which the row starts, from 1.
  public let line: Int
  /// The character on that line, from 1, where it is known.
  public let column: Int?
  /// The byte of the file as it is on the disk, from 0, where it is known.
  public let byteOffset: Int?
  /// What is wrong with the row.
  public let reason: Reason

  /// What is wrong with a row.
  public enum Reason: Sendable, Equatable {
    /// In delimited text, something stands in a cell past the header; empty cells there do not matter.
    case tooManyFields(expected: Int, got: Int)
    /// Fewer fields than the header, and neither body nor title among them.
    case tooFewFields(expected: Int, got: Int)
    /// `field` is the field that the quote opens, from 1.
    case unclosedQuote(field: Int)
    /// Something else than a delimiter or the end of the line follows a closing quote.
    case textAfterQuote
    /// Bytes that are not of the file's encoding.
    case invalidBytes(encoding: String)
    /// U+0000: the row comes from a damaged or binary file.
    case nulCharacter
    /// `detail` is simdjson's own sentence.
    case notJSON(detail: String)
    /// JSON, but no object, where each row has to be one.
    case notObject
    /// Arrays and objects nested more than 256 deep.
    case tooDeep
    /// A JSON object without a body or title; `columns` are the keys that it has.
    case noBody(columns: [String])
    /// A field has more than `RowLimits.characterCount` characters, or a line more than `RowLimits.lineByteCount`.
    case tooLong(limit: Int, unit: LimitUnit)
    /// There is not enough memory for the row.
    case noMemory
    /// A cell of a workbook names a shared string that is not there: the workbook is damaged.
    case missingString(number: Int)
  }

  /// What a limit counts.
  public enum LimitUnit: Sendable, Equatable {
    /// Of a field; of a line.
    case characters, bytes
  }

  /// A problem; `column` and `byteOffset` are left out of the message where they are nil.
  public init(line: Int, column: Int? = nil, byteOffset: Int? = nil, reason: Reason) {
    self.line = line
    self.column = column
    self.byteOffset = byteOffset
    self.reason = reason
  }

  /// `a.csv:12:3 …`: place, sentence in Chinese, the same in English.
  public func message(path: String) -> String {
    let place = column.map { "\(path):\(line):\($0)" } ?? "\(path):\(line)"
    let offset = byteOffset.map { "，字节偏移 \($0)" } ?? ""
    let offsetInEnglish = byteOffset.map { ", byte \($0)" } ?? ""
    let (chinese, english) = reason.sentences
    return "\(place) \(chinese)\(offset)（\(english)\(offsetInEnglish)）"
  }
}

extension RowProblem.Reason {
  /// The reason in Chinese and in English, without a full stop.
  public var sentences: (chinese: String, english: String) {
    switch self {
    case .tooManyFields(let expected, let got):
      ("有 \(got) 个单元格，表头只有 \(expected) 列", "\(got) fields, the header has \(expected)")
    case .tooFewFields(let expected, let got):
      (
        "只有 \(got) 个单元格，表头有 \(expected) 列，缺少内容",
        "only \(got) of \(expected) fields, the body is missing"
      )
    case .unclosedQuote(let field):
      ("第 \(field) 个单元格的引号没有闭合", "the quote that opens field \(field) is never closed")
    case .textAfterQuote: ("闭合引号之后还有文字", "text after a closing quote")
    case .invalidBytes(let encoding): ("有不是 \(encoding) 编码的字节", "bytes that are not \(encoding)")
    case .nulCharacter: ("有空字符（U+0000）", "a NUL character")
    case .notJSON(let detail): ("不是合法的 JSON", detail.isEmpty ? "not JSON" : "not JSON: \(detail)")
    case .notObject: ("不是 JSON 对象", "not a JSON object")
    case .tooDeep: ("JSON 嵌套过深", "nested too deeply")
    case .noBody(let columns):
      (
        "没有内容，也没有标题，有值的列：\(FileError.listed(columns))",
        "neither body nor title; keys seen are listed"
      )
    case .tooLong(let limit, let unit):
      switch unit {
      case .characters: ("一个单元格超过 \(limit) 个字符", "too long: a field of more than \(limit) characters")
      case .bytes: ("一行超过 \(limit) 字节", "too long: a line of more than \(limit) bytes")
      }
    case .noMemory: ("内存不足", "out of memory")
    case .missingString(let number):
      ("单元格引用的第 \(number) 个字符串不存在，工作簿已损坏", "shared string \(number) is missing, the workbook is damaged")
    }
  }
}
