/// What becomes of a pattern found at the end of the cleaned text.
enum Reduction {
  /// The units from `start` on go.
  case remove(start: Int)
  /// The units from `start` on become a space.
  case space(start: Int)
  /// The units from `start` on become a line break.
  case lineBreak(start: Int)
  /// The units from `start` on (an entity) become `scalar`, which is then normalised itself.
  case scalar(Unicode.Scalar, start: Int)
  /// The marks around a topic go, its words stay: `start` is the offset of the first mark.
  case unmark(start: Int)
  /// The brackets around a word become spaces: `start` is the offset of the first.
  case unbracket(start: Int)
  /// The units from `start` on begin a link: they become a space, and the rest of the link is skipped.
  case link(start: Int)
}
