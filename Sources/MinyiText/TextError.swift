import CICU

/// What can go wrong between a text and its terms.
public enum TextError: Error, Sendable, CustomStringConvertible {
  /// ICU refused; `name` is its own name of the reason.
  case icu(operation: String, status: Int32)
  /// A dictionary file cannot be read as what it should be.
  case dictionary(path: String, line: Int, expected: String, got: String)
  /// A dictionary file is not there or not readable.
  case missingDictionary(path: String)

  public var description: String {
    switch self {
    case .icu(let operation, let status):
      let name = String(cString: cicu_status_name(status))
      return "ICU 无法\(operation)：\(name)。请检查 libicu 是否完整安装。(ICU failed: \(name); check the ICU installation.)"
    case .dictionary(let path, let line, let expected, let got):
      return "词典有误：\(path):\(line)：应为 \(expected)，实为“\(got)”。(bad dictionary line)"
    case .missingDictionary(let path):
      return "找不到词典文件：\(path)。请用 --dictionaries 指定词典文件夹。(dictionary file not found)"
    }
  }
}
