/// Writes zip archives for tests, byte by byte, so that they can be wrong on purpose.
public struct ZipFile: Sendable {
  public struct Entry: Sendable {
    public var name: String
    /// As it lies in the file.
    public var data: [UInt8]
    public var method: UInt16 = 0
    public var byteCount: Int
    public var checksum: UInt32
    public var flags: UInt16 = 0x0800

    /// Stored as it is.
    public init(_ name: String, _ data: [UInt8]) {
      self.name = name
      self.data = data
      byteCount = data.count
      checksum = ZipFile.checksum(data)
    }

    public init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    /// `head`, then `count` times `byte`, then `tail`, packed 158 to 1 (RFC 1951, fixed codes).
    public init(_ name: String, head: String, byte: UInt8, count: Int, tail: String) {
      var bits = BitWriter()
      bits.write(0b011, 3)
      for byte in head.utf8 { bits.literal(byte) }
      bits.literal(byte)
      // A length of 258 at distance 1: code 285 in 8 bits, distance code 0 in 5.
      for _ in 0..<(count / 258) {
        bits.code(0b1100_0101, 8)
        bits.write(0, 5)
      }
      for byte in tail.utf8 { bits.literal(byte) }
      bits.write(0, 7)
      self.init(name, bits.bytes)
      method = 8
      byteCount = head.utf8.count + 1 + count / 258 * 258 + tail.utf8.count
      checksum = 0
    }
  }

  public var entries: [Entry]

  public init(_ entries: [Entry]) { self.entries = entries }

  public var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = file.count
      let name = Array(entry.name.utf8)
      var common = le(20, 2) + le(Int(entry.flags), 2) + le(Int(entry.method), 2) + le(0, 2) + le(0x21, 2)
      common += le(Int(entry.checksum), 4) + le(entry.data.count, 4) + le(entry.byteCount, 4)
      common += le(name.count, 2) + le(0, 2)
      file += [0x50, 0x4B, 3, 4]
      file += common
      file += name
      file += entry.data
      directory += [0x50, 0x4B, 1, 2]
      directory += le(20, 2)
      directory += common
      directory += le(0, 6)
      directory += le(0, 4)
      directory += le(offset, 4)
      directory += name
    }
    var end: [UInt8] = [0x50, 0x4B, 5, 6]
    end += le(0, 4)
    end += le(entries.count, 2)
    end += le(entries.count, 2)
    end += le(directory.count, 4)
    end += le(file.count, 4)
    end += le(0, 2)
    return file + directory + end
  }

  private func le(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32 as zip has it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var table = [UInt32](repeating: 0, count: 256)
    for i in 0..<256 {
      var value = UInt32(i)
      for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
      table[i] = value
    }
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    return ~sum
  }

  private struct BitWriter {
    var bytes: [UInt8] = []
    private var count = 0

    /// Low bit first.
    mutating func write(_ value: Int, _ width: Int) {
      for i in 0..<width {
        if count % 8 == 0 { bytes.append(0) }
        bytes[bytes.count - 1] |= UInt8(value >> i & 1) << UInt8(count % 8)
        count += 1
      }
    }

    /// A Huffman code: high bit first.
    mutating func code(_ value: Int, _ width: Int) {
      for i in (0..<width).reversed() { write(value >> i & 1, 1) }
    }

    mutating func literal(_ byte: UInt8) {
      if byte < 144 { code(0x30 + Int(byte), 8) } else { code(0x190 + Int(byte) - 144, 9) }
    }
  }
}
