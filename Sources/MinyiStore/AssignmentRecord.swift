public import MinyiModel

/// Where an opinion went. Opinions with the same `document` number have equal cleaned texts.
public struct AssignmentRecord: Sendable, Equatable {
  public var opinion: OpinionID
  public var concern: ConcernID?
  public var theme: ThemeID?
  public var document: Int
  /// The document that this one nearly repeats, or `document` itself.
  public var copyOf: Int
  /// Cosine to the concern's centroid.
  public var similarity: Double?
  /// What the text says about gravity, requests, stance, departments, as JSON.
  public var signals: String?

  public init(
    opinion: OpinionID, concern: ConcernID?, theme: ThemeID?, document: Int, copyOf: Int? = nil,
    similarity: Double?,
    signals: String?
  ) {
    self.opinion = opinion
    self.concern = concern
    self.theme = theme
    self.document = document
    self.copyOf = copyOf ?? document
    self.similarity = similarity
    self.signals = signals
  }
}
