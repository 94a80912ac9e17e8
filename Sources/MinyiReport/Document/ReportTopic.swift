public import MinyiAgenda

/// A topic with the opinions it stands on.
public struct ReportTopic: Sendable {
  /// The topic as it stands on the agenda.
  public var topic: Topic
  /// The theme's label; nil where the topic has none.
  public var theme: String?
  /// Its key terms, heaviest first.
  public var terms: [String]
  /// Its opinions, in the periods of the whole collection.
  public var trend: Trend
  /// Most opinions first, then by name; empty where no opinion has a place.
  public var places: [PlaceCount]
  /// Opinions without a place.
  public var unplaced: Int
  /// Sentences of typical texts, the most typical first, three at most.
  public var quotes: [ReportQuote]
  /// What residents ask for, verbatim.
  public var requests: [ReportQuote]
  /// Opinions in which somebody asks for something.
  public var requestCount: Int
  /// The nearest texts, copies folded into one.
  public var texts: [FoldedText]
  /// Those much less like the others than most are.
  public var borderline: [FoldedText]
  /// Opinions of all borderline texts, shown or not.
  public var borderlineCount: Int

  /// A topic whose texts and counts were gathered elsewhere.
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
    /// As the file names it.
    public var place: String
    /// Opinions, copies included.
    public var count: Int

    /// A place with its opinions.
    public init(place: String, count: Int) {
      self.place = place
      self.count = count
    }
  }
}
