import Foundation
import Minyi

/// Files that are written whole or not at all.
enum OutputFile {
  /// Writes `text` beside `path` and then moves it there; an error leaves what was there before.
  static func write(_ text: String, to path: String) throws {
    if let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType,
      kind == .typeCharacterSpecial
    {
      try writeDevice(text, path)
      return
    }
    try replace(path) { try Data(text.utf8).write(to: URL(fileURLWithPath: $0)) }
  }

  /// Lets `write` make a file beside `path` and then moves it there.
  static func replace(_ path: String, _ write: (String) throws -> Void) throws {
    try check(path)
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent()
    let draft = folder.appendingPathComponent(
      ".\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
    do {
      try write(draft.path)
      if rename(draft.path, url.path) != 0 { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    } catch {
      try? FileManager.default.removeItem(at: draft)
      if error is StoreError { throw error }
      if case FileError.unwritable(_, let reason) = error {
        throw FileError.unwritable(path: path, reason: reason)
      }
      throw failure(path, error)
    }
  }

  /// Throws if `path` is a folder, or in a folder that is not there.
  static func check(_ path: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw MinyiError("无法写入 \(path)：这是一个文件夹。(is a folder)", exitCode: 73)
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if !FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) || !isFolder.boolValue {
      throw MinyiError("无法写入 \(path)：没有文件夹 \(folder)。(no such folder)", exitCode: 73)
    }
  }

  /// /dev/null and its like cannot be moved onto.
  private static func writeDevice(_ text: String, _ path: String) throws {
    do {
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try handle.write(contentsOf: Data(text.utf8))
      try handle.close()
    } catch {
      throw MinyiError("无法写入 \(path)：\(reason(error))。(cannot write)", exitCode: 74)
    }
  }

  private static func failure(_ path: String, _ error: any Error) -> MinyiError {
    MinyiError("无法写入 \(path)：\(reason(error))。请检查文件夹是否存在、是否可写、磁盘是否已满。(cannot write)", exitCode: 73)
  }

  private static func reason(_ error: any Error) -> String {
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    return cause.domain == NSPOSIXErrorDomain
      ? String(cString: strerror(Int32(cause.code))) : cause.localizedDescription
  }
}
