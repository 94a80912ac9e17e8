public import MinyiModel

/// An opinion in the workspace.
public struct StoredOpinion: Sendable {
  public var id: OpinionID
  public var textHash: ContentHash
  public var opinion: Opinion
}
