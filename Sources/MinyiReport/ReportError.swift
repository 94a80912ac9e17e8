/// Why something cannot be shown.
public enum ReportError: Error, Sendable, Equatable, CustomStringConvertible {
  /// PNG needs a library that is not installed.
  case noPNGLibrary
  /// `reason` is the library's own sentence.
  case cannotDraw(reason: String)
  /// `reason` is the system's own sentence.
  case cannotWrite(path: String, reason: String)

  public var description: String {
    switch self {
    case .noPNGLibrary:
      "写 PNG 需要 librsvg，请安装（Debian：sudo apt-get install librsvg2-2），或改写 .svg。(PNG needs librsvg: install "
        + "librsvg2-2, or write .svg)"
    case .cannotDraw(let reason): "无法画成 PNG：\(reason)。请改写 .svg。(cannot draw; write .svg)"
    case .cannotWrite(let path, let reason): "无法写入 \(path)：\(reason)。(cannot write)"
    }
  }
}
