/// A sentence in both languages.
public struct Wording: Sendable, Equatable {
  /// In simplified Chinese.
  public var zh: String
  /// In English.
  public var en: String

  /// The Chinese first.
  public init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }
}
