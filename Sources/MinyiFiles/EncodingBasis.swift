/// How the encoding of a file is known.
public enum EncodingBasis: Sendable, Equatable {
  /// The user named it.
  case named
  /// A byte order mark.
  case mark
  /// Every byte of the file is well-formed UTF-8.
  case valid
  /// Read so, this share of the characters that are not ASCII is among the most frequent of Chinese: about 0.8 in real
  /// text, hardly any in the wrong encoding.
  case characters(commonShare: Double)
  /// The format has only this one.
  case format
}
