/// A body that may be competent, with the terms that point to it.
public struct Department: Sendable, Equatable {
  /// As it is proposed to a reader.
  public var name: String
  /// True for towns and streets, false for the county's own departments.
  public var isTown: Bool
  /// Words that point to it, as they stand in cleaned texts.
  public var terms: [String]

  /// A department; one term may belong to several.
  public init(name: String, isTown: Bool, terms: [String]) {
    self.name = name
    self.isTown = isTown
    self.terms = terms
  }
}
