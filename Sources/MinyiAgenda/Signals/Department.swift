/// A body that may be competent, with the terms that point to it.
public struct Department: Sendable, Equatable {
  public var name: String
  public var isTown: Bool
  public var terms: [String]

  public init(name: String, isTown: Bool, terms: [String]) {
    self.name = name
    self.isTown = isTown
    self.terms = terms
  }
}
