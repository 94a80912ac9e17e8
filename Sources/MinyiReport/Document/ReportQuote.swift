/// A resident's own words with the id of the opinion.
public struct ReportQuote: Sendable, Equatable {
  /// As the resident wrote it, personal data masked; in a bulletin the beginning of an opinion, then … where it
  /// goes on.
  public var text: String
  /// The opinion's key; empty where the workspace does not have it any more.
  public var opinion: String

  /// A quote; nothing is cut or escaped here.
  public init(text: String, opinion: String) {
    self.text = text
    self.opinion = opinion
  }
}
