public import MinyiModel

/// Where an opinion went. Opinions with the same `document` number have equal cleaned texts.
public struct AssignmentRecord: Sendable, Equatable {
  /// Every opinion that was mined has one assignment.
  public var opinion: OpinionID
  /// Nil where too few others are like it, or its text has no term.
  public var concern: ConcernID?
  /// Nil for a text without any term.
  public var theme: ThemeID?
  /// The number of the distinct text in its run, from 0, in the order of text hashes.
  public var document: Int
  /// The document that this one nearly repeats, or `document` itself.
  public var copyOf: Int
  /// Cosine to the concern's centroid.
  public var similarity: Double?
  /// What the text says about gravity, requests, stance, departments: a line of `TextSignals`; JSON in older workspaces.
  public var signals: String?

  /// An assignment; `copyOf` is `document` where it is not given.
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
