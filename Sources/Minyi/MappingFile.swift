import Foundation
public import MinyiFiles
import MinyiModel
import Yams

/// How the files of one sender are to be read, kept so that next month's need no options:
///
///     map:
///       body: 诉求内容
///       time: 受理时间
///     sheet: 工单
public struct MappingFile: Codable, Sendable, Equatable {
  /// Field to column.
  public var map: [String: String]
  /// A name as `ReadOptions.encoding` takes it; nil: found by looking at the file.
  public var encoding: String?
  /// The name or the number of a workbook's sheet; nil: the first one with opinions.
  public var sheet: String?

  /// The columns of an opened file as they were taken, with what the user said about it.
  public init(columns: [ColumnUse], options: ReadOptions) {
    map = [:]
    for column in columns {
      guard let field = column.field else { continue }
      // Several columns of one field are found by their names; one of them alone would be less.
      if columns.count(where: { $0.field == field }) == 1 { map[field.rawValue] = column.name }
    }
    encoding = options.encoding
    sheet = options.sheet
  }

  /// Reads the mapping at `path`. Throws `MinyiError` with the line that is wrong.
  public init(path: String) throws {
    let text: String
    do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
      throw MinyiError("无法读取列对应文件：\(path)（cannot read the map file）", exitCode: 66)
    }
    do { self = try YAMLDecoder().decode(MappingFile.self, from: text) } catch {
      throw MinyiError(
        "列对应文件的写法不对：\(path)。应为 map: 之下每行一个“字段: 列名”，可另有 encoding、sheet（bad map file: \(error)）",
        exitCode: 65)
    }
    for field in map.keys.sorted() where OpinionField(rawValue: field) == nil {
      let known = OpinionField.allCases.map(\.rawValue).joined(separator: "、")
      throw MinyiError(
        "列对应文件 \(path)：“\(field)”不是已知字段，可用：\(known)（unknown field; use one of these）", exitCode: 65)
    }
  }

  /// The same as YAML, with sorted keys.
  public func text() throws -> String {
    let encoder = YAMLEncoder()
    encoder.options.sortKeys = true
    encoder.options.allowUnicode = true
    return try encoder.encode(self)
  }

  /// `options` with what this file says where they say nothing.
  public func applied(to options: ReadOptions) -> ReadOptions {
    var options = options
    for (name, column) in map {
      if let field = OpinionField(rawValue: name), options.map[field] == nil { options.map[field] = column }
    }
    options.encoding = options.encoding ?? encoding
    options.sheet = options.sheet ?? sheet
    return options
  }
}
