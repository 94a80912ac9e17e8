import CExpat

/// Reads a part of a workbook with Expat, in pieces.
enum XMLReader {
  private final class Context {
    let handler: any XMLHandler
    var reader: OpaquePointer?
    init(_ handler: any XMLHandler) { self.handler = handler }

    func stopIfDone() {
      if handler.isDone, let reader { cexpat_stop(reader) }
    }
  }

  /// Feeds the entry `name` to `handler` until its end, or until the handler is done. `progress` gets the bytes read.
  static func read(
    _ name: String, of archive: ZipArchive, into handler: any XMLHandler,
    afterPiece: (Int) throws -> Void = { _ in }
  ) throws {
    let context = Context(handler)
    let handlers = CExpatHandlers(
      context: Unmanaged.passUnretained(context).toOpaque(),
      start: { context, name, attributes in
        guard let context, let name, let attributes else { return }
        let box = Unmanaged<Context>.fromOpaque(context).takeUnretainedValue()
        box.handler.start(XMLName(characters: name), XMLAttributes(pairs: attributes))
        box.stopIfDone()
      },
      end: { context, name in
        guard let context, let name else { return }
        let box = Unmanaged<Context>.fromOpaque(context).takeUnretainedValue()
        box.handler.end(XMLName(characters: name))
        box.stopIfDone()
      },
      text: { context, text, count in
        guard let context else { return }
        Unmanaged<Context>.fromOpaque(context).takeUnretainedValue().handler.text(
          UnsafeBufferPointer(start: text, count: count))
      })
    guard let reader = cexpat_open(handlers) else {
      throw FileError.damaged(path: archive.path, part: name, detail: "out of memory")
    }
    defer { cexpat_close(reader) }
    context.reader = reader
    var byteCount = 0
    try withExtendedLifetime(context) {
      try archive.read(name) { piece, isLast in
        let status = cexpat_feed(reader, piece.baseAddress, piece.count, isLast ? 1 : 0)
        byteCount += piece.count
        switch Int(status) {
        case CEXPAT_OK: break
        case CEXPAT_STOPPED: return false
        case CEXPAT_DOCTYPE:
          throw FileError.damaged(path: archive.path, part: name, detail: "a document type declaration")
        case CEXPAT_TOO_LONG:
          throw FileError.damaged(path: archive.path, part: name, detail: "a tag is too long")
        case CEXPAT_NO_MEMORY:
          throw FileError.damaged(path: archive.path, part: name, detail: "out of memory")
        default:
          let line = cexpat_error_line(reader)
          let message = cexpat_error_message(reader).map { String(cString: $0) } ?? ""
          throw FileError.damaged(path: archive.path, part: name, detail: "line \(line): \(message)")
        }
        try afterPiece(byteCount)
        return true
      }
    }
  }
}
