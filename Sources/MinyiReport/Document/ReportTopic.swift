public import MinyiAgenda

/// A topic with the opinions it stands on.
public struct ReportTopic: Sendable {
  public var topic: Topic
  public var theme: String?
  public var terms: [String]
  public var trend: Trend
  public var places: [PlaceCount]
  /// Opinions without a place.
  public var unplaced: Int
  public var quotes: [ReportQuote]
  /// What residents ask for, verbatim.
  public var requests: [ReportQuote]
  /// Opinions in which somebody asks for something.
  public var requestCount: Int
  /// The nearest texts, copies folded into one.
  public var texts: [FoldedText]
  /// Those much less like the others than most are.
  public var borderline: [FoldedText]
  public var borderlineCount: Int

  public init(
    topic: Topic, theme: String?, terms: [String], trend: Trend, places: [PlaceCount], unplaced: Int,
    quotes: [ReportQuote], requests: [ReportQuote], requestCount: Int, texts: [FoldedText],
    borderline: [FoldedText], borderlineCount: Int
  ) {
    self.topic = topic
    self.theme = theme
    self.terms = terms
    self.trend = trend
    self.places = places
    self.unplaced = unplaced
    self.quotes = quotes
    self.requests = requests
    self.requestCount = requestCount
    self.texts = texts
    self.borderline = borderline
    self.borderlineCount = borderlineCount
  }

  /// Opinions in a place.
  public struct PlaceCount: Sendable, Equatable {
    public var place: String
    public var count: Int

    public init(place: String, count: Int) {
      self.place = place
      self.count = count
    }
  }
}
