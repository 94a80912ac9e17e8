/// A text of a topic with all opinions that repeat or nearly repeat it.
public struct FoldedText: Sendable, Equatable {
  public var opinion: String
  public var title: String
  public var body: String
  /// `2025-01-31`.
  public var day: String?
  public var place: String?
  /// Opinions with this text or nearly this text.
  public var posts: Int
  /// Cosine to the topic's centre.
  public var similarity: Double

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
