import Foundation
import Minyi

/// Files that are written whole or not at all.
enum OutputFile {
  /// Writes `text` beside `path` and then moves it there; an error leaves what was there before.
  static func write(_ text: String, to path: String) throws {
    try write(to: path) { try $0.append(text) }
  }

  /// The same for text that comes piece by piece.
  static func write(to path: String, _ body: (inout TextSink) throws -> Void) throws {
    if isDevice(path) {
      do { try fill(path, body) } catch { throw passed(error) ?? failure(path, error, exitCode: 74) }
    } else {
      try replace(path) { try fill($0, body) }
    }
  }

  /// /dev/null and its like cannot be moved onto.
  static func isDevice(_ path: String) -> Bool {
    let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    return kind == .typeCharacterSpecial
  }

  private static func fill(_ path: String, _ body: (inout TextSink) throws -> Void) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var sink = TextSink { try handle.write(contentsOf: $0) }
    try body(&sink)
    try sink.flush()
    try handle.close()
  }

  /// `error` where it says already what is wrong, and is not about writing.
  private static func passed(_ error: any Error) -> (any Error)? {
    if case FileError.unwritable = error { return nil }
    return error is StoreError || error is MinyiError || error is ReportError || error is FileError
      || error is FolderWatch.Interruption ? error : nil
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
      if let passed = passed(error) { throw passed }
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

  private static func failure(_ path: String, _ error: any Error, exitCode: Int32 = 73) -> MinyiError {
    MinyiError(
      "无法写入 \(path)：\(reason(error))。请检查文件夹是否存在、是否可写、磁盘是否已满。(cannot write)", exitCode: exitCode)
  }

  private static func reason(_ error: any Error) -> String {
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    return cause.domain == NSPOSIXErrorDomain
      ? String(cString: strerror(Int32(cause.code))) : cause.localizedDescription
  }
}
