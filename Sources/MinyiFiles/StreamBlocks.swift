#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Whole lines of a pipe, as many as have come.
final class StreamBlocks {
  /// Lines; of the last block the last may lack its end. Valid until the next is read.
  struct Block {
    var bytes: UnsafeRawBufferPointer
    /// Where it begins in the stream.
    var start: Int
    var isLast: Bool

    /// Line feeds, and carriage returns without one behind them.
    var lineCount: Int {
      var scanner = LineScanner(bytes, from: 0, encoding: .utf8, firstLine: 0)
      while scanner.next() != nil {}
      return scanner.lineNumber
    }
  }

  private let descriptor: Int32
  private let path: String
  private var buffer: UnsafeMutableRawBufferPointer
  /// Bytes of the buffer that hold something; those before `taken` have been handed out.
  private var filled = 0
  private var taken = 0
  /// Where the buffer begins in the stream.
  private var base = 0
  private var isAtEnd = false

  private static let readByteCount = 1 << 16
  /// Lines of what is no JSON that the first block waits for.
  private static let firstLineCount = 16

  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
    buffer = .allocate(byteCount: 4 * StreamBlocks.readByteCount, alignment: 16)
  }

  deinit {
    buffer.deallocate()
    if descriptor > 0 { close(descriptor) }
  }

  /// Where the next block begins in the stream.
  var offset: Int { base + taken }

  /// The beginning of the stream, which `next` gives once more.
  func first() throws(FileError) -> [UInt8] {
    while !isAtEnd, filled < StreamBlocks.readByteCount {
      try fill()
      let lines = UnsafeRawBufferPointer(rebasing: buffer[..<lineEnd])
      let first = lines.first { !Whitespace.isASCIISpace($0) }
      let wanted = first == UInt8(ascii: "{") ? 1 : StreamBlocks.firstLineCount
      if lines.count(where: { $0 == 0x0A }) >= wanted { break }
    }
    return Array(buffer[..<(isAtEnd ? filled : lineEnd)])
  }

  /// The next lines; nil at the end. `waiting` is called before there is a wait for more.
  func next(waiting: () throws -> Void) throws -> Block? {
    while true {
      let end = isAtEnd ? filled : max(taken, lineEnd)
      if end > taken {
        let block = Block(
          bytes: UnsafeRawBufferPointer(rebasing: buffer[taken..<end]), start: base + taken, isLast: isAtEnd)
        taken = end
        return block
      }
      if isAtEnd { return nil }
      if !isReady { try waiting() }
      try fill()
    }
  }

  /// Hands the end of `block`, the last one that was given, out again, in front of what follows.
  func putBack(_ block: Block, from start: Int) {
    guard start < block.bytes.count else { return }
    taken -= block.bytes.count - start
    // More than there was, so that a long row is not looked through again and again.
    if !isAtEnd { wanted = 2 * (filled - taken) }
  }

  /// Bytes that a block has at least, if there are so many.
  private var wanted = 0

  /// Behind the last line of the buffer that has an end, or that is longer than a row may be.
  private var lineEnd: Int {
    if filled - taken < wanted { return taken }
    let bytes = buffer[..<filled]
    if let feed = bytes.lastIndex(of: 0x0A), feed >= taken { return feed + 1 }
    // A carriage return at the end may have its line feed in the next block.
    if let carriage = bytes.dropLast().lastIndex(of: 0x0D), carriage >= taken { return carriage + 1 }
    return taken
  }

  private var isReady: Bool {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return Self.poll(&poll) != 0
  }

  private static func poll(_ descriptor: inout pollfd) -> Int32 {
    #if canImport(Darwin)
      Darwin.poll(&descriptor, 1, 0)
    #elseif canImport(Glibc)
      Glibc.poll(&descriptor, 1, 0)
    #elseif canImport(Musl)
      Musl.poll(&descriptor, 1, 0)
    #endif
  }

  /// Reads what there is, and waits where there is nothing.
  private func fill() throws(FileError) {
    if taken > 0 {
      if filled > taken, let start = buffer.baseAddress { memmove(start, start + taken, filled - taken) }
      base += taken
      filled -= taken
      taken = 0
    }
    // A line that is too long to be a row: its middle is read and forgotten, its end ends it.
    if filled > RowLimits.lineByteCount + (4 << 20), lineEnd == 0 {
      base += 4 << 20
      filled -= 4 << 20
    }
    if buffer.count - filled < StreamBlocks.readByteCount {
      let grown = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * buffer.count, alignment: 16)
      grown.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
      buffer.deallocate()
      buffer = grown
    }
    guard let start = buffer.baseAddress else { return }
    while true {
      let count = read(descriptor, start + filled, buffer.count - filled)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw FileBytes.systemError(path) }
      filled += count
      if count == 0 { isAtEnd = true }
      break
    }
    if isAtEnd || filled >= wanted { wanted = 0 }
  }
}
