import MinyiModel

/// The results of a search as they are written to JSON. Keys are English and stay.
public struct SearchDocument: Codable, Sendable, Equatable {
  /// The version of this form.
  public var schema = 1
  /// As it was written; nil where opinions like another were asked for.
  public var query: String?
  /// The id of the opinion that the results are like.
  public var like: String?
  /// Opinions that match and were ranked.
  public var matches: Int
  /// More opinions match than were ranked.
  public var isCut: Bool
  /// Opinions that the index does not hold yet, because another process was writing.
  public var unindexed: Int
  /// Best first, of equals by id.
  public var results: [Result]

  /// An opinion that was found.
  public struct Result: Codable, Sendable, Equatable {
    /// Its id.
    public var opinion: String
    /// BM25, or the cosine of term vectors (0...1) for opinions like another; four decimals.
    public var score: Double
    /// In full. Results of a query are masked also where the workspace keeps personal data.
    public var title: String
    /// In full. Results of a query are masked also where the workspace keeps personal data.
    public var body: String
    /// `2025-01-31`, with a time of day where one is known.
    public var time: String?
    /// As the file names it; absent where it does not.
    public var place: String?
    /// As the file names it; absent where it does not.
    public var channel: String?
    /// What was looked for, in the order of the text.
    public var marks: [Mark]
  }

  /// A part of a field, counted in Unicode scalars, half open.
  public struct Mark: Codable, Sendable, Equatable {
    /// `title` or `body`.
    public var field: String
    /// The first scalar, from 0.
    public var start: Int
    /// Behind the last scalar.
    public var end: Int
  }
}

extension SearchDocument.Result {
  init(_ opinion: Opinion, score: Double, title: String, body: String, marks: [SearchDocument.Mark]) {
    self.init(
      opinion: opinion.key, score: (score * 10_000).rounded() / 10_000, title: title, body: body,
      time: opinion.time?.description, place: opinion.place, channel: opinion.channel, marks: marks)
  }
}
