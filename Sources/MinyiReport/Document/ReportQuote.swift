/// A resident's own words with the id of the opinion.
public struct ReportQuote: Sendable, Equatable {
  public var text: String
  public var opinion: String

  public init(text: String, opinion: String) {
    self.text = text
    self.opinion = opinion
  }
}
