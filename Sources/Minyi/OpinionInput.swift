public import MinyiFiles

/// A file to import.
public enum OpinionInput: Sendable {
  /// To be opened when its turn comes: standard input, for example, can be read once only.
  case path(String)
  /// Opened already, to see whether it can be read; it is not looked through again.
  case opened(OpinionFile)

  /// As given; "-" for standard input.
  public var path: String {
    switch self {
    case .path(let path): path
    case .opened(let file): file.path
    }
  }

  func open(_ options: ReadOptions) throws(FileError) -> OpinionFile {
    switch self {
    case .path(let path): try OpinionFile.open(path, options: options)
    case .opened(let file): file
    }
  }
}
