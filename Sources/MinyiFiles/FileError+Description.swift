import MinyiModel

extension FileError: CustomStringConvertible {
  /// One sentence in Chinese with the same in English after it: what failed, where, and what to do.
  public var description: String {
    switch self {
    case .notFound(let path): "找不到文件：\(path)（no such file）"
    case .isFolder(let path): "这是文件夹，请给出其中的文件：\(path)（is a folder; name a file in it）"
    case .unreadable(let path, let reason):
      "无法读取文件，请检查权限：\(path)（cannot be read: \(reason)）"
    case .unwritable(let path, let reason):
      "无法写入 \(path)，请检查文件夹是否可写、磁盘是否已满、文件是否正在 Excel 或 WPS 中打开（cannot write: \(reason)）"
    case .empty(let path): "文件是空的：\(FileError.shown(path))（the file is empty）"
    case .unsupportedFormat(let path, let kind):
      "不支持 \(kind)，\(FileError.cure(kind))：\(FileError.shown(path))（\(kind) is not supported; save it as .xlsx or CSV UTF-8）"
    case .passwordProtected(let path):
      "文件有密码，请在 Excel 或 WPS 中去掉密码后再导入：\(FileError.shown(path))（protected by a password; save it without one）"
    case .damaged(let path, let part, let detail):
      "文件不完整或已损坏，请重新下载或复制，或在 Excel、WPS 中打开后另存：\(FileError.shown(path))，\(part)"
        + "（cut off or damaged: \(part): \(detail)）"
    case .unpacksTooLarge(let path, let part):
      "文件解压后异常地大，不予读取：\(FileError.shown(path))，\(part)（unpacks to far more than a workbook should; not read）"
    case .unknownSheet(let path, let sheet, let sheets):
      "--sheet \(sheet)：\(FileError.shown(path)) 没有这张工作表，工作表有：\(FileError.listed(sheets))"
        + "（no such sheet; the sheets are listed）"
    case .noSheets(let path, let sheet):
      "--sheet \(sheet)：\(FileError.shown(path)) 不是工作簿，没有工作表。请去掉 --sheet，或者只给出 .xlsx 文件"
        + "（not a workbook, so it has no sheets; leave --sheet out, or name .xlsx files only）"
    case .binary(let path):
      "不是文本文件，或者无法判断编码：\(FileError.shown(path))。若确是文本，请用 --encoding 指明编码，如 --encoding gb18030"
        + "（not a text file, or in an unknown encoding; if it is text, name its --encoding）"
    case .unknownEncoding(let name):
      "不认识的编码：\(name)。可用：UTF-8、UTF-16LE、UTF-16BE、GB18030、Big5 及 ICU 认识的其他名称"
        + "（unknown encoding; use one of these or another name that ICU knows）"
    case .undecodable(let path, let encoding, let line, let byteOffset):
      "表头不是 \(encoding) 编码：\(FileError.shown(path)) 第 \(line) 行，字节偏移 \(byteOffset)。请用 --encoding 指明编码"
        + "（the header, line \(line), is not \(encoding) at byte \(byteOffset); name the --encoding）"
    case .badHeader(let path, let problem):
      "表头无法读取：" + problem.message(path: FileError.shown(path)) + "（the header cannot be read）"
    case .noBodyColumn(let path, let columns):
      "找不到内容列：\(FileError.shown(path))，列名有：\(FileError.listed(columns))。"
        + "如果第一行是列名，请指明内容列，例如 --map body=\(columns.first ?? "列名")；"
        + "如果没有列名，请在第一行加上列名，例如“内容”"
        + "（no column for the body among these; name it with --map body=COLUMN, or add a header line）"
    case .unknownMapColumn(let path, let field, let column, let columns):
      "--map \(field)=\(column)：\(FileError.shown(path)) 没有“\(column)”这一列，列名有：\(FileError.listed(columns))"
        + "（no such column; the columns are listed）"
    case .noLabelColumn(let path, let option, let column?, let columns):
      "\(option) \(column)：\(FileError.shown(path)) 没有“\(column)”这一列，列名有：\(FileError.listed(columns))"
        + "（no such column; the columns are listed）"
    case .noLabelColumn(let path, let option, nil, let columns):
      "找不到\(option == LabelFile.idOption ? "编号" : "类别")列：\(FileError.shown(path))，列名有：\(FileError.listed(columns))。"
        + "请用 \(option) 列名 指明（no such column among these; name it with \(option) COLUMN）"
    case .badMap(let text, let part, let flaw):
      "--map \(text)：“\(part)”\(FileError.sentence(flaw))"
    }
  }

  private static func sentence(_ flaw: MapFlaw) -> String {
    switch flaw {
    case .noEqualsSign: "应写作 字段=列名，例如 body=内容（expected FIELD=COLUMN, e.g. body=内容）"
    case .noColumn: "缺少列名（the column name is missing）"
    case .fieldTwice: "的字段重复（the field is named twice）"
    case .unknownField:
      "不是已知字段，可用：\(listed(OpinionField.allCases.map(\.rawValue)))（unknown field; use one of these）"
    }
  }

  private static func cure(_ kind: String) -> String {
    switch kind {
    case "ZIP", "GZ", "7Z", "RAR": "请先解压"
    case "PNG", "JPEG", "GIF": "请把图中的文字录入表格"
    case "PDF", "DOCX", "DOC", "WPS", "PPTX": "请把表格复制到 Excel 或 WPS 表格中，另存为 .xlsx"
    default: "请在 Excel 或 WPS 中另存为 .xlsx 或“CSV UTF-8”"
    }
  }

  static func shown(_ path: String) -> String { path == "-" ? "标准输入" : path }

  /// The first 20 names: a sheet may have hundreds of columns.
  static func listed(_ names: [String]) -> String {
    let listed = names.prefix(20).map { $0.count > 40 ? $0.prefix(40) + "…" : $0 }.joined(separator: "、")
    return names.isEmpty ? "（无）" : names.count > 20 ? listed + " 等 \(names.count) 列" : listed
  }
}
