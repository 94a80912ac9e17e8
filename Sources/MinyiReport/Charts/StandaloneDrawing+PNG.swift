import CRSVG

extension StandaloneDrawing {
  /// Writes the drawing to `path` as PNG, `scale` pixels a unit. Chinese needs an installed font that has it.
  public func writePNG(to path: String, scale: Double = 2) throws(ReportError) {
    let bytes = Array(svg.utf8)
    var message = [CChar](repeating: 0, count: 256)
    let status = crsvg_write_png(
      bytes, bytes.count, Int32((width * scale).rounded()), Int32((height * scale).rounded()), path, &message,
      message.count)
    let end = message.firstIndex(of: 0) ?? message.count
    let reason = String(decoding: message[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    switch Int(status) {
    case CRSVG_OK: return
    case CRSVG_NO_LIBRARY: throw .noPNGLibrary
    case CRSVG_CANNOT_WRITE: throw .cannotWrite(path: path, reason: reason)
    default: throw .cannotDraw(reason: reason)
    }
  }
}
