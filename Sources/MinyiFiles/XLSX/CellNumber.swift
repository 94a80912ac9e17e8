import MinyiModel

/// The text that a number of a sheet stands for.
struct CellNumber {
  let is1904: Bool
  /// Whole numbers past Excel's 15 digits: their last digits are lost, which hurts where they are ids.
  private(set) var impreciseCount = 0

  init(is1904: Bool) { self.is1904 = is1904 }

  /// Appends the text of the number written in `bytes`: a date as ISO, a whole number with all its digits.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ format: NumberFormat, to text: ByteBuffer) {
    if format == .number, bytes.count <= 15, bytes.allSatisfy({ (0x30...0x39).contains($0) }) {
      text.append(bytes)
      return
    }
    let written = String(decoding: bytes, as: UTF8.self)
    guard let value = Double(Whitespace.trimmed(written)), value.isFinite else {
      text.append(bytes)
      return
    }
    switch format {
    case .date:
      if let date = date(value) { text.append(date) } else { text.append(plain(value)) }
    case .zeros(let width):
      let digits = plain(value)
      if value >= 0 { text.append(String(repeating: "0", count: max(0, width - digits.utf8.count))) }
      text.append(digits)
    case .number: text.append(plain(value))
    }
  }

  private mutating func plain(_ value: Double) -> String {
    guard value == value.rounded(), abs(value) < 9e18 else { return "\(value)" }
    if abs(value) >= 1e15 { impreciseCount += 1 }
    return "\(Int64(value))"
  }

  /// Days since 1899-12-31 (with a 29 February 1900 that never was), or since 1904-01-01.
  private func date(_ days: Double) -> String? {
    guard days >= 0, days < 2_958_466 else { return nil }
    if days < 1 {
      let seconds = Int((days * 86_400).rounded()) % 86_400
      return "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
    }
    // 25569 is 1970-01-01 of the 1900 system, 24107 that of the 1904 system.
    let epoch: Double = is1904 ? 24_107 : days < 60 ? 25_568 : 25_569
    return CivilTime(seconds: Int64(((days - epoch) * 86_400).rounded())).description
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
