public import MinyiModel

/// An opinion on its way into the workspace.
public struct OpinionEntry: Sendable {
  /// As it is to be kept: masked, and with a key.
  public var opinion: Opinion
  /// Hash of the cleaned title and body: equal texts have equal hashes.
  public var textHash: ContentHash

  /// `Opinion.contentHash`, kept so that it is computed once.
  public var recordHash: ContentHash

  /// An entry; without `recordHash` the opinion's content hash is computed. O(characters) then.
  public init(opinion: Opinion, textHash: ContentHash, recordHash: ContentHash? = nil) {
    self.opinion = opinion
    self.textHash = textHash
    self.recordHash = recordHash ?? opinion.contentHash
  }
}
