/// The lines of any text file, decoded.
public enum TextLines {
  /// Calls `body` with every line of the file at `path` (`-`: standard input), without its terminator.
  ///
  /// Throws a `FileError` for a file that is no text, at the first byte that is not of its encoding, and whatever `body`
  /// throws. O(bytes).
  public static func forEachLine(of path: String, encoding: String?, _ body: (String) throws -> Void) throws {
    let file = try FileBytes.load(path)
    if file.buffer.isEmpty { return }
    let content = try FileContent.identify(file, encoding: encoding, path: path)
    let lines = LineReader(content)
    while let line = lines.next() {
      switch line.flaw {
      case nil: try body(String(decoding: line.content, as: UTF8.self))
      case .invalidByte(let offset):
        throw FileError.undecodable(
          path: path, encoding: content.encoding.name, line: line.number, byteOffset: offset)
      case .nul, .tooLong: throw FileError.binary(path: path)
      }
    }
  }
}
