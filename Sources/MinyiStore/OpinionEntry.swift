public import MinyiModel

/// An opinion on its way into the workspace.
public struct OpinionEntry: Sendable {
  public var opinion: Opinion
  /// Hash of the cleaned title and body: equal texts have equal hashes.
  public var textHash: ContentHash

  public init(opinion: Opinion, textHash: ContentHash) {
    self.opinion = opinion
    self.textHash = textHash
  }
}
