/// A text of a topic with all opinions that repeat or nearly repeat it.
public struct FoldedText: Sendable, Equatable {
  /// The key of the opinion that stands for all.
  public var opinion: String
  /// As the resident wrote it, the first 120 characters, then … where it goes on.
  public var title: String
  /// As the resident wrote it, the first 400 characters, then … where it goes on.
  public var body: String
  /// `2025-01-31`.
  public var day: String?
  /// As the file names it; nil where it does not.
  public var place: String?
  /// Opinions with this text or nearly this text.
  public var posts: Int
  /// Cosine to the topic's centre.
  public var similarity: Double

  /// A text for a report; nothing is cut here.
  public init(
    opinion: String, title: String, body: String, day: String?, place: String?, posts: Int, similarity: Double
  ) {
    self.opinion = opinion
    self.title = title
    self.body = body
    self.day = day
    self.place = place
    self.posts = posts
    self.similarity = similarity
  }
}
