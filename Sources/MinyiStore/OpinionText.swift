/// What an opinion says.
public struct OpinionText: Sendable, Equatable {
  /// As it is kept, personal data masked; empty where there is none.
  public var title: String
  /// As it is kept, personal data masked; empty where there is none.
  public var body: String

  /// The two texts of an opinion, as they are kept.
  public init(title: String, body: String) {
    self.title = title
    self.body = body
  }
}
