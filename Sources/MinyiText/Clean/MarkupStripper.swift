/// Finds HTML tags, comments, scripts and entities at the end of the cleaned text.
///
/// Remembers where a comment and a script or style element were opened, both as the text alone determines
/// them: the first `<!--` and the first `<script…>` or `<style…>` that are still in the text.
struct MarkupStripper {
  private var commentStart: Int?
  private var rawText: (start: Int, name: PackedName?)?

  /// The reduction of the tag, comment or entity that the last unit, `>`, `-` or `;`, completes.
  ///
  /// - `<br>`, `<p>`, `</div>` and other blocks become a line break, table cells a space, other tags nothing.
  /// - `<!-- … -->`, `<script>…</script>` and `<style>…</style>` vanish with what is in them. What is never
  ///   closed stays.
  /// - `&nbsp;` and its kind become their characters, `&amp;lt;` the one that was meant: `<`.
  ///
  /// O(units behind the `<`), which is O(1) a unit over a whole text.
  mutating func reduction(of buffer: borrowing CleanBuffer) -> Reduction? {
    switch buffer.last {
    case Unit.greater: return comment(in: buffer) ?? tag(in: buffer)
    case Unit.semicolon: return entity(in: buffer)
    default:
      if commentStart == nil, buffer.hasSuffix("<!--") { commentStart = buffer.count - 4 }
      return nil
    }
  }

  /// Says that the text from `count` on is no longer there.
  mutating func textWasCut(to count: Int) {
    if let start = commentStart, start >= count { commentStart = nil }
    if let start = rawText?.start, start >= count { rawText = nil }
  }

  private func comment(in buffer: borrowing CleanBuffer) -> Reduction? {
    guard let start = commentStart, buffer.hasSuffix("-->") else { return nil }
    return .remove(start: start)
  }

  private mutating func tag(in buffer: borrowing CleanBuffer) -> Reduction? {
    // A tag holds no other `<` or `>`; so each `>` that stays ends the search of the next, and each that goes
    // takes the units searched with it.
    var start = buffer.count - 2
    while start >= 0, buffer.units[start] != Unit.less, buffer.units[start] != Unit.greater { start -= 1 }
    guard start >= 0, buffer.units[start] == Unit.less else { return nil }
    let text = UnsafeBufferPointer(start: buffer.units + start, count: buffer.count - start)
    if MarkupStripper.isDeclaration(text) { return .remove(start: start) }
    guard let tag = HTMLTag(text) else { return nil }
    switch tag.role {
    case .block: return .lineBreak(start: start)
    case .cell: return .space(start: start)
    case .inline: return .remove(start: start)
    case .rawText: return rawTextTag(tag, start: start)
    }
  }

  /// An opening tag stays until the closing one takes both and all between them.
  private mutating func rawTextTag(_ tag: HTMLTag, start: Int) -> Reduction? {
    if tag.isClosing { return .remove(start: rawText?.name == tag.name ? rawText?.start ?? start : start) }
    if rawText == nil { rawText = (start, tag.name) }
    return nil
  }

  /// True for `<!doctype …>`, `<![endif]>` and `<?xml …?>`.
  private static func isDeclaration(_ text: UnsafeBufferPointer<UInt16>) -> Bool {
    guard text.count >= 4 else { return false }
    switch text[1] {
    case 0x21: return text[2] == Unit.bracketOpen || text.dropFirst(2).starts(with: "doctype".utf16)
    case 0x3F: return Unit.isLatinLetter(text[2])
    default: return false
    }
  }

  private func entity(in buffer: borrowing CleanBuffer) -> Reduction? {
    var start = buffer.count - 2
    let lowest = max(0, start - HTMLEntity.longest)
    while start >= lowest, Unit.isWord(buffer.units[start]) || buffer.units[start] == Unit.hash { start -= 1 }
    guard start >= lowest, buffer.units[start] == Unit.ampersand else { return nil }
    let body = UnsafeBufferPointer(start: buffer.units + start + 1, count: buffer.count - start - 2)
    return HTMLEntity.scalar(body).map { .scalar($0, start: start) }
  }
}
