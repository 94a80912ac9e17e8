import MinyiTopics

/// The number of themes that a run finds, and why: see `ThemeCountChooser`.
public struct ThemeCountCurve: Sendable, Equatable {
  /// The number chosen.
  public var count: Int
  /// Empty where there are too few texts; then the number follows from how many they are.
  public var points: [Point]
  /// Texts that were looked at.
  public var texts: Int

  /// One number of themes.
  public struct Point: Sendable, Equatable {
    /// The number of themes that was tried.
    public var count: Int
    /// Mean gain in log-likelihood of an unseen text over having no themes.
    public var gain: Double
    /// Standard error of the difference from the best point; 0 for the best.
    public var error: Double
  }

  init(_ choice: ThemeCountChooser.Choice) {
    count = choice.count
    points = choice.points.map { Point(count: $0.count, gain: $0.gain, error: $0.error) }
    texts = choice.documents
  }
}
