import Mustache

/// Escapes scalar by scalar.
///
/// The library's own escaping goes by characters, and `"` with a combining mark behind it is another character: it would end
/// an attribute.
struct ScalarEscaping: MustacheContentType {
  /// As templates name it.
  static let name = "SCALARS"

  func escapeText(_ text: String) -> String { SVG.escaped(text) }
}
