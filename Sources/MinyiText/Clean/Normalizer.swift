/// Normalises text and strips markup, links, marks and glosses on the way: one pass over the source.
///
/// The cleaned text grows unit by unit. A pattern is recognised at the unit that completes it, by looking
/// back over the *cleaned* text, and is then taken back. So the text so far never holds a complete pattern,
/// whatever full-width forms, entities or zero-width characters it was hidden behind, and cleaning cleaned
/// text changes nothing. The other way, to strip each kind from the raw text and normalise last, needs a pass
/// a kind and leaves `&amp;lt;` and `＜br＞` to the next run.
///
/// Not thread-safe; storage is used again from text to text. O(source) time.
struct Normalizer: ~Copyable {
  var buffer = CleanBuffer()
  var markup = MarkupStripper()
  private var segment = NormalizationSegment()
  /// Count of the buffer after the last reduction: what follows there may compose with what came before.
  private var reducedCount = -1
  private var decoded: (scalar: Unicode.Scalar, origin: Int32, end: Int32)?
  private var isInLink = false

  /// A combining sequence longer than this that markup cuts in two is not put together again: no language has
  /// one, and re-normalising it for each of its marks would take quadratic time.
  private static let longestTail = 64

  /// Replaces the buffer's text with the cleaned `source`.
  mutating func run(_ source: UnsafeBufferPointer<UInt16>, table: UnsafePointer<UInt32>) {
    buffer.truncate(to: 0)
    markup = MarkupStripper()
    reducedCount = -1
    isInLink = false
    var i = 0
    while i < source.count {
      i = copyPlainRun(source, from: i, table: table)
      guard i < source.count else { break }
      let entry = table[Int(source[i])]
      let isAlone = i + 1 == source.count || table[Int(source[i + 1])] & CharacterTable.boundary != 0
      if entry & CharacterTable.rule != 0 && isAlone {
        append(UInt16(truncatingIfNeeded: entry), origin: Int32(i), end: Int32(i + 1), source: source)
        i += 1
        if decoded != nil { emitSegment(source: source, table: table) }
      } else {
        i = gatherSegment(source, from: i, table: table)
        emitSegment(source: source, table: table)
      }
      if isInLink { i = skipLink(source, from: i) }
    }
    while Unit.isWhiteSpace(buffer.last) { buffer.truncate(to: buffer.count - 1) }
  }

  /// The fast path: copies units that need no more than the table. Returns the offset of the first that does.
  private mutating func copyPlainRun(
    _ source: UnsafeBufferPointer<UInt16>, from start: Int, table: UnsafePointer<UInt32>
  ) -> Int {
    guard let base = source.baseAddress else { return source.count }
    let sourceCount = source.count
    buffer.reserve(sourceCount - start)
    let (units, origins, ends) = (buffer.units, buffer.origins, buffer.ends)
    var count = buffer.count
    var i = start
    var entry = table[Int(base[i])]
    while entry & CharacterTable.copy != 0 {
      let next = i + 1 < sourceCount ? table[Int(base[i + 1])] : CharacterTable.boundary
      guard next & CharacterTable.boundary != 0 else { break }
      units[count] = UInt16(truncatingIfNeeded: entry)
      origins[count] = Int32(truncatingIfNeeded: i)
      ends[count] = Int32(truncatingIfNeeded: i + 1)
      count += 1
      i += 1
      entry = next
    }
    buffer.commit(count: count)
    return i
  }

  /// Fills the segment with the character at `start` and what may compose with it. Returns the offset behind
  /// it.
  private mutating func gatherSegment(
    _ source: UnsafeBufferPointer<UInt16>, from start: Int, table: UnsafePointer<UInt32>
  ) -> Int {
    segment.removeAll()
    var i = start
    repeat {
      let (scalar, width) = Normalizer.scalar(in: source, at: i)
      if !Normalizer.isInvisible(scalar, table: table) {
        segment.append(scalar, origin: Int32(i), end: Int32(i + width))
      }
      i += width
    } while i < source.count
      && !Normalizer.isBoundary(Normalizer.scalar(in: source, at: i).scalar, table: table)
    return i
  }

  /// Normalises the segment and appends it.
  private mutating func emitSegment(source: UnsafeBufferPointer<UInt16>, table: UnsafePointer<UInt32>) {
    var isWhole = false
    while !isWhole {
      if let pending = decoded {
        decoded = nil
        if !Normalizer.isInvisible(pending.scalar, table: table) {
          segment.prepend(pending.scalar, origin: pending.origin, end: pending.end)
        }
      }
      takeTailIfJoined(table: table)
      segment.normalize(by: table)
      isWhole = appendSegment(source: source, table: table)
    }
    segment.removeAll()
  }

  /// Appends the normalised segment up to a unit that completes an entity, or that a reduction brought next
  /// to something it may compose with. False if the rest is to be normalised again.
  private mutating func appendSegment(
    source: UnsafeBufferPointer<UInt16>, table: UnsafePointer<UInt32>
  ) -> Bool {
    let (units, origins, ends) = (segment.units, segment.origins, segment.ends)
    for k in units.indices {
      if k > 0, reducedCount == buffer.count, !UTF16.isTrailSurrogate(units[k]),
        !startsSegment(units, at: k, table: table)
      {
        segment.removeFirst(k)
        return false
      }
      if table[Int(units[k])] & CharacterTable.invisible != 0 { continue }
      append(units[k], origin: origins[k], end: ends[k], source: source)
      if decoded != nil {
        segment.removeFirst(k + 1)
        return false
      }
    }
    return true
  }

  /// If the segment begins with something that composes backwards, takes what it may compose with into it.
  private mutating func takeTailIfJoined(table: UnsafePointer<UInt32>) {
    guard buffer.count > 0, !segment.units.isEmpty, !startsSegment(segment.units, at: 0, table: table) else {
      return
    }
    reducedCount = -1
    var start = buffer.count
    repeat { start -= 1 } while start > 0 && table[Int(buffer[start])] & CharacterTable.boundary == 0
    guard buffer.count - start <= Normalizer.longestTail else { return }
    segment.takeTail(of: &buffer, from: start)
    markup.textWasCut(to: start)
  }

  private func startsSegment(_ units: [UInt16], at index: Int, table: UnsafePointer<UInt32>) -> Bool {
    units.withUnsafeBufferPointer {
      Normalizer.isBoundary(Normalizer.scalar(in: $0, at: index).scalar, table: table)
    }
  }

  /// Appends one normalised unit and reduces the pattern that it completes.
  private mutating func append(
    _ unit: UInt16, origin: Int32, end: Int32, source: UnsafeBufferPointer<UInt16>
  ) {
    if Unit.isWhiteSpace(unit) { return appendWhiteSpace(unit, origin: origin, end: end) }
    buffer.write(unit, origin: origin, end: end)
    guard Unit.mayEndPattern(unit), let reduction = reduction(at: unit, source: source) else { return }
    apply(reduction)
  }

  private mutating func reduction(at unit: UInt16, source: UnsafeBufferPointer<UInt16>) -> Reduction? {
    switch unit {
    case Unit.greater, Unit.hyphen, Unit.semicolon: markup.reduction(of: buffer)
    case Unit.parenthesisClose: GlossStripper.reduction(of: buffer, source: source)
    default: LinkStripper.reduction(of: buffer)
    }
  }

  private mutating func apply(_ reduction: Reduction) {
    let end = buffer.ends[buffer.count - 1]
    switch reduction {
    case .remove(let start): _ = cut(from: start)
    case .space(let start): appendWhiteSpace(Unit.space, origin: cut(from: start), end: end)
    case .lineBreak(let start): appendWhiteSpace(Unit.lineBreak, origin: cut(from: start), end: end)
    case .scalar(let scalar, let start): decoded = (scalar, cut(from: start), end)
    case .link(let start):
      appendWhiteSpace(Unit.space, origin: cut(from: start), end: end)
      isInLink = true
    case .unmark(let start):
      buffer.truncate(to: buffer.count - 1)
      buffer.remove(at: start)
      reducedCount = buffer.count
    case .unbracket(let start): unbracket(from: start)
    }
  }

  /// Takes the units from `start` on out. Returns where their source begins.
  private mutating func cut(from start: Int) -> Int32 {
    let origin = buffer.origins[start]
    buffer.truncate(to: start)
    markup.textWasCut(to: start)
    reducedCount = start
    return origin
  }

  private mutating func unbracket(from start: Int) {
    let word = (start + 1..<buffer.count - 1).map { (buffer.units[$0], buffer.origins[$0], buffer.ends[$0]) }
    let (open, close) = (buffer.origins[start], buffer.origins[buffer.count - 1])
    let (openEnd, closeEnd) = (buffer.ends[start], buffer.ends[buffer.count - 1])
    _ = cut(from: start)
    appendWhiteSpace(Unit.space, origin: open, end: openEnd)
    for (unit, origin, end) in word { buffer.write(unit, origin: origin, end: end) }
    appendWhiteSpace(Unit.space, origin: close, end: closeEnd)
    reducedCount = buffer.count
  }

  /// Appends white space: one unit for a run of it, none at the start of the text.
  private mutating func appendWhiteSpace(_ unit: UInt16, origin: Int32, end: Int32) {
    if !Unit.isWhiteSpace(buffer.last) {
      // A loop, not a reduction that appends again: @a@b@c… would nest as deep as the text is long.
      while let start = LinkStripper.mentionStart(at: buffer) { _ = cut(from: start) }
    }
    guard buffer.count > 0 else { return }
    if Unit.isWhiteSpace(buffer.last) {
      buffer.extendLast(to: end, as: unit == Unit.lineBreak ? unit : buffer.last)
    } else {
      buffer.write(unit, origin: origin, end: end)
    }
  }

  private mutating func skipLink(_ source: UnsafeBufferPointer<UInt16>, from start: Int) -> Int {
    isInLink = false
    let end = LinkStripper.linkEnd(in: source, from: start)
    if Unit.isWhiteSpace(buffer.last) { buffer.extendLast(to: Int32(end), as: buffer.last) }
    return end
  }
}
