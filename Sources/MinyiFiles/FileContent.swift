import CSimdJSON

/// A file's bytes with the encoding of the text in them.
struct FileContent: Sendable {
  let file: FileBytes
  let encoding: TextEncoding
  /// Where the text starts: after a byte order mark.
  let start: Int
  /// True if all bytes are known to be well-formed UTF-8 without a NUL.
  let isCheckedUTF8: Bool
  let basis: EncodingBasis
  /// The number of the first line: of a block of a stream, those before it are counted too.
  var firstLine = 1

  var bytes: UnsafeRawBufferPointer { file.buffer }

  /// The content of `file` in the encoding of that name, or in the one found.
  static func identify(_ file: FileBytes, encoding name: String?, path: String) throws(FileError)
    -> FileContent
  {
    let bytes = file.buffer
    let mark = TextEncoding.mark(of: bytes)
    guard let name else {
      if let mark { return make(file, mark.encoding, start: mark.byteCount, .mark) }
      guard let flaw = UTF8Check.firstFlaw(in: file, from: 0) else {
        return FileContent(file: file, encoding: .utf8, start: 0, isCheckedUTF8: true, basis: .valid)
      }
      guard let encoding = EncodingDetector.encoding(of: bytes, firstFlaw: flaw) else {
        throw .binary(path: path)
      }
      let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 16))
      return FileContent(
        file: file, encoding: encoding, start: 0, isCheckedUTF8: false,
        basis: .characters(commonShare: CommonCharacters.reading(sample, as: encoding).commonShare))
    }
    guard let encoding = TextEncoding.named(name, for: bytes) else { throw .unknownEncoding(name: name) }
    return make(file, encoding, start: mark?.encoding == encoding ? mark?.byteCount ?? 0 : 0, .named)
  }

  private static func make(_ file: FileBytes, _ encoding: TextEncoding, start: Int, _ basis: EncodingBasis)
    -> FileContent
  {
    let isChecked = encoding == .utf8 && UTF8Check.firstFlaw(in: file, from: start) == nil
    return FileContent(file: file, encoding: encoding, start: start, isCheckedUTF8: isChecked, basis: basis)
  }

  func scanner() -> LineScanner {
    LineScanner(bytes, from: start, encoding: encoding, firstLine: firstLine)
  }

  /// The first `byteCount` bytes of the file as UTF-8; the last character may be cut.
  func sample(byteCount: Int) -> [UInt8] {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[start...].prefix(byteCount))
    if encoding == .utf8 { return Array(rest) }
    guard let converter = TextConverter(encoding) else { return [] }
    _ = converter.convert(rest)
    return Array(converter.text)
  }

  /// The same text as UTF-8 in memory, or the offset of the first invalid byte.
  func transcoded() -> Result<FileContent, InvalidByte> {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
    guard let converter = TextConverter(encoding) else { return .failure(InvalidByte(offset: start)) }
    if let offset = converter.convert(rest) { return .failure(InvalidByte(offset: start + offset)) }
    let copy = FileBytes(copying: UnsafeRawBufferPointer(converter.text))
    return .success(FileContent(file: copy, encoding: .utf8, start: 0, isCheckedUTF8: false, basis: basis))
  }

  struct InvalidByte: Error { let offset: Int }

  /// The physical line that the byte at `offset` is in. O(bytes before it).
  func lineNumber(at offset: Int) -> Int {
    var scanner = scanner()
    while let line = scanner.next() {
      if offset < line.end { return line.number }
    }
    return max(1, scanner.lineNumber - 1)
  }
}
