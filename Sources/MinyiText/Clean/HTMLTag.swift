/// One HTML tag in lower-case text: its name and what becomes of it.
///
/// Only known names are tags (and names with a colon, which word processors leave: `<o:p>`), and only what
/// has the syntax of attributes may follow: `若a<b 且c>d` and `<办法（试行）>` are not tags.
struct HTMLTag: Equatable {
  enum Role: Equatable { case inline, cell, block, rawText }

  /// Nil for a name with a colon, which may be long.
  var name: PackedName?
  var role: Role
  var isClosing: Bool

  /// The tag that spans `text`, from `<` to `>`, or nil. O(text).
  init?(_ text: some RandomAccessCollection<UInt16>) {
    let text = Array(text)
    guard text.count >= 3, text.first == Unit.less, text.last == Unit.greater else { return nil }
    isClosing = text[1] == Unit.slash
    let start = isClosing ? 2 : 1
    let end = text[start...].firstIndex { !HTMLTag.isNameUnit($0) } ?? text.count
    guard end > start, Unit.isLatinLetter(text[start]), let role = HTMLTag.role(of: text[start..<end]) else {
      return nil
    }
    name = PackedName(text[start..<end])
    self.role = role
    guard HTMLTag.areAttributes(text[end..<text.count - 1]) else { return nil }
  }

  private static func role(of name: ArraySlice<UInt16>) -> Role? {
    if name.contains(Unit.colon) { return .inline }
    guard let name = PackedName(name) else { return nil }
    if block.contains(name) { return .block }
    if cell.contains(name) { return .cell }
    if rawText.contains(name) { return .rawText }
    return inline.contains(name) ? .inline : nil
  }

  private static let block = PackedName.set(
    """
    address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset \
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol optgroup \
    option p pre section summary table tbody tfoot thead title tr ul
    """)
  private static let cell = PackedName.set("td th")
  private static let rawText = PackedName.set("script style")
  private static let inline = PackedName.set(
    """
    a abbr acronym applet area audio b base basefont bdi bdo big button canvas cite code col colgroup data \
    datalist del dfn em embed font frame frameset i iframe img input ins kbd label link map mark marquee \
    meta meter nobr noframes noscript object output param picture progress q rp rt ruby s samp select small \
    source span strike strong sub sup svg template textarea time tt u var video wbr xml
    """)

  private static func isNameUnit(_ unit: UInt16) -> Bool {
    Unit.isWord(unit) || unit == Unit.hyphen || unit == Unit.colon
  }

  /// True for nothing, a slash, and names with or without a value.
  private static func areAttributes(_ text: ArraySlice<UInt16>) -> Bool {
    var rest = text
    while let first = rest.first {
      if Unit.isWhiteSpace(first) || first == Unit.slash {
        rest = rest.dropFirst()
        continue
      }
      guard Unit.isLatinLetter(first) || first == Unit.underscore || first == Unit.colon || first == Unit.at
      else { return false }
      rest = rest.dropFirst().drop { isNameUnit($0) || $0 == Unit.underscore || $0 == Unit.fullStop }
      let behind = rest.drop(while: Unit.isWhiteSpace)
      guard behind.first == Unit.equals else { continue }
      rest = behind.dropFirst()
      guard skipValue(&rest) else { return false }
    }
    return true
  }

  /// Skips an attribute's value: quoted, or up to a space. An empty one is fine: a link that stood there is
  /// gone.
  private static func skipValue(_ rest: inout ArraySlice<UInt16>) -> Bool {
    rest = rest.drop(while: Unit.isWhiteSpace)
    guard let quote = rest.first else { return true }
    guard quote == 0x22 || quote == 0x27 else {
      rest = rest.drop { !Unit.isWhiteSpace($0) }
      return true
    }
    guard let close = rest.dropFirst().firstIndex(of: quote) else { return false }
    rest = rest[(close + 1)...]
    return true
  }
}
