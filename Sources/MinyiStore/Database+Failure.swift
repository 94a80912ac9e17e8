import GRDB

extension Database {
  /// The error that SQLite's last call ended in with `status`.
  func failure(_ status: Int32) -> DatabaseError {
    DatabaseError(resultCode: ResultCode(rawValue: status), message: lastErrorMessage)
  }
}
