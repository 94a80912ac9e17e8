import ArgumentParser
import Foundation
import Minyi

/// The process's standard streams.
enum Terminal {
  /// Writes to stdout. A reader that has gone away ends the program quietly with success.
  static func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }

  /// The same for UTF-8.
  static func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress
      let count = Foundation.write(STDOUT_FILENO, start, rest.count)
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        // Thrown, not exited with, so that a temporary workspace is removed.
        throw ExitCode.success
      } else if errno != EINTR {
        throw MinyiError(
          "无法写到标准输出：\(String(cString: strerror(errno)))。(cannot write to stdout)", exitCode: 74)
      }
    }
  }

  /// Writes to stderr; nobody may be listening.
  static func writeError(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// True where stdout is a terminal that shows colours and nobody objects (https://no-color.org).
  static var isColoured: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }

  /// Columns of the terminal at stdout; 100 where there is none.
  static var columnCount: Int {
    var size = winsize()
    if isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return 100
  }
}
