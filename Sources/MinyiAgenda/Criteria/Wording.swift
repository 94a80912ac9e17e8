/// A sentence in both languages.
public struct Wording: Sendable, Equatable {
  public var zh: String
  public var en: String

  public init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }
}
