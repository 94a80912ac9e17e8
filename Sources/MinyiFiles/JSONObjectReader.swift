import CSimdJSON

/// Parses one JSON object at a time into flat members. Not for two threads at once.
final class JSONObjectReader {
  enum Failure {
    case notJSON(detail: String, offset: Int?)
    case notObject(offset: Int)
    case invalidUTF8
    case tooDeep
    case noMemory
  }

  private let handle: OpaquePointer
  /// The members of the last object, valid until the next call.
  private(set) var members = UnsafeBufferPointer<CJSONMember>(start: nil, count: 0)

  /// nil when memory is short.
  init?() {
    guard let handle = cjson_open() else { return nil }
    self.handle = handle
  }

  deinit { cjson_close(handle) }

  /// Parses `bytes` into `members`, or says why not. Up to `readableByteCount` bytes from their start may be read.
  func parse(_ bytes: UnsafeBufferPointer<UInt8>, readableByteCount: Int) -> Failure? {
    var start: UnsafePointer<CJSONMember>?
    var count = 0
    var message: UnsafePointer<CChar>?
    var errorOffset: Int64 = -1
    let status = cjson_parse_object(
      handle, bytes.baseAddress, bytes.count, readableByteCount, &start, &count, &message, &errorOffset)
    members = UnsafeBufferPointer(start: start, count: count)
    switch Int(status) {
    case CJSON_OBJECT: return nil
    case CJSON_NOT_OBJECT: return .notObject(offset: Int(errorOffset))
    case CJSON_INVALID_UTF8: return .invalidUTF8
    case CJSON_TOO_DEEP: return .tooDeep
    case CJSON_NO_MEMORY: return .noMemory
    default:
      let offset = errorOffset < 0 ? nil : Int(errorOffset)
      return .notJSON(detail: message.map { String(cString: $0) } ?? "", offset: offset)
    }
  }
}
