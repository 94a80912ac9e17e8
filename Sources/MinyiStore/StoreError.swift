import GRDB

/// Why a workspace cannot be used, and what to do about it.
public enum StoreError: Error, Sendable, CustomStringConvertible {
  /// There is no file at `path`.
  case notFound(path: String)
  /// The file is no SQLite database, or one of another program.
  case notAWorkspace(path: String)
  /// The file was written by a newer Minyi.
  case newer(path: String)
  /// The file cannot be created or written.
  case cannotWrite(path: String, reason: String)
  /// The disk is full; what was there before is still there.
  case diskFull(path: String)
  /// Another process holds the file.
  case busy(path: String)
  /// SQLite failed in another way.
  case database(path: String, code: Int32, message: String)
  /// Nothing was mined yet.
  case noRun(path: String)

  public var description: String {
    switch self {
    case .notFound(let path):
      "找不到工作区：\(path)。请先用 minyi import 建立。(workspace not found; create it with `minyi import`)"
    case .notAWorkspace(let path):
      "\(path) 不是民意工作区，未作改动。请换一个路径。(not a Minyi workspace; left untouched)"
    case .newer(let path):
      "\(path) 由更新版本的民意建立，未作改动。请升级 minyi。(written by a newer Minyi; please upgrade)"
    case .cannotWrite(let path, let reason):
      "无法写入工作区 \(path)：\(reason)。请检查文件夹是否存在、是否可写。(cannot write the workspace)"
    case .diskFull(let path):
      "磁盘已满，无法写入 \(path)；原有内容未受影响。(disk full; what was there is still there)"
    case .busy(let path):
      "\(path) 正被另一个程序使用，请稍后再试。(the workspace is in use)"
    case .database(let path, let code, let message):
      "工作区 \(path) 出错：\(message)（SQLite \(code)）。(database error)"
    case .noRun(let path):
      "工作区 \(path) 还没有结果。请先运行 minyi mine。(nothing mined yet; run `minyi mine`)"
    }
  }

  init(_ error: any Error, path: String) {
    if let known = error as? StoreError {
      self = known
      return
    }
    guard let error = error as? DatabaseError else {
      self = .database(path: path, code: 0, message: "\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notAWorkspace(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
      self = .cannotWrite(path: path, reason: error.message ?? "SQLite \(error.resultCode.rawValue)")
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    default:
      self = .database(
        path: path, code: error.extendedResultCode.rawValue, message: error.message ?? "unknown error")
    }
  }
}
