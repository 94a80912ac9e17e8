import MinyiModel

/// Turns the elements of a JSON array, or objects that simply follow each other, into outcomes.
///
/// Elements are told apart by counting brackets and parsed one by one, so that memory does not grow with the file and
/// one bad element costs little more than itself: after it, reading goes on at the next `} , {`. `content` must be
/// UTF-8.
struct JSONArrayRows {
  let map: [OpinionField: String]
  /// False where the file was decoded to UTF-8 first, so that offsets are not those of the file.
  let hasFileOffsets: Bool

  func forEachRow(of content: FileContent, _ body: (RowOutcome, _ bytesRead: Int) throws -> Void) throws {
    guard let records = JSONRecords(map: map) else { return }
    try forEachRow(of: content, records: records, body)
  }

  /// As above, with the columns collected in `records`.
  func forEachRow(
    of content: FileContent, records: JSONRecords, _ body: (RowOutcome, _ bytesRead: Int) throws -> Void
  ) throws {
    let bytes = content.bytes.assumingMemoryBound(to: UInt8.self)
    var scanner = JSONElementScanner(bytes, from: content.start)
    var releasedByteCount = 0
    var isLastGood = true
    while !scanner.isAtEnd {
      let balancedEnd = scanner.elementEnd()
      var end = balancedEnd ?? scanner.resumption(before: bytes.count)
      let element = UnsafeBufferPointer(rebasing: bytes[scanner.offset..<end])
      let outcome =
        balancedEnd == nil
        ? .malformed(unbalanced(element, scanner))
        : records.outcome(
          element, readableByteCount: bytes.count - scanner.offset, line: scanner.line,
          fileOffset: hasFileOffsets ? scanner.offset : nil, isLine: false)
      var isGood = true
      if case .malformed(let problem) = outcome {
        isGood = false
        // A quote that is missing turns strings inside out, and other elements may look like a part of this one.
        if case .notJSON = problem.reason { end = scanner.resumption(before: end) }
      }
      scanner.advance(to: end, isGood: isGood)
      isLastGood = isGood
      try body(outcome, scanner.offset)
      if scanner.offset - releasedByteCount > 48 << 20 {
        releasedByteCount = scanner.offset
        content.file.releasePages(before: releasedByteCount)
      }
    }
    // Cut off between two elements: the others would be missed by nobody.
    if scanner.isOpen, isLastGood {
      let problem = RowProblem(
        line: scanner.line, byteOffset: hasFileOffsets ? scanner.offset : nil,
        reason: .notJSON(detail: "the array does not end"))
      try body(.malformed(problem), scanner.offset)
    }
  }

  private func unbalanced(_ element: UnsafeBufferPointer<UInt8>, _ scanner: JSONElementScanner) -> RowProblem
  {
    let invalid = UTF8Check.firstInvalid(UnsafeRawBufferPointer(element))
    let reason: RowProblem.Reason =
      if element.count > RowLimits.lineByteCount {
        .tooLong(limit: RowLimits.lineByteCount, unit: .bytes)
      } else if invalid != nil {
        .invalidBytes(encoding: TextEncoding.utf8.name)
      } else {
        .notJSON(detail: "the object does not end")
      }
    return RowProblem(
      line: scanner.line, byteOffset: hasFileOffsets ? scanner.offset + (invalid ?? 0) : nil, reason: reason)
  }
}
