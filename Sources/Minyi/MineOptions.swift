public import MinyiIndex

/// Parameters of mining. They are part of a run's manifest.
public struct MineOptions: Sendable, Hashable, Codable {
  /// Themes to form; nil: chosen from the number of texts.
  public var themeCount: Int?
  /// Opinions nearer than this mean cosine are one concern, 0...1; nil: chosen from the number of texts.
  public var concernCut: Double?
  /// What counts as a term, and what a title counts.
  public var index = IndexOptions()

  /// Themes and cut chosen from the texts.
  public init() {}
}
