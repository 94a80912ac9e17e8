/// Texts as points of a plane: the nearer two points, the more alike what they say.
public struct OpinionMap: Sendable {
  /// In the order of the texts' hashes, which rows do not influence.
  public var points: [Point]
  /// Distinct texts of the collection, of which `points` are an even sample.
  public var textCount: Int

  /// A text on the map.
  public struct Point: Sendable, Equatable {
    /// 0...1, from the left.
    public var x: Double
    /// 0...1, from the top.
    public var y: Double
    /// The theme's id; nil for a text without one.
    public var theme: Int?
    /// The title, or the body where there is none, on one line, 48 characters at most.
    public var text: String
    /// The key of the first opinion with this text.
    public var opinion: String

    /// A point; nothing is scaled or cut here.
    public init(x: Double, y: Double, theme: Int?, text: String, opinion: String) {
      self.x = x
      self.y = y
      self.theme = theme
      self.text = text
      self.opinion = opinion
    }
  }

  /// A map of `points`; they may be all texts.
  public init(points: [Point], textCount: Int) {
    self.points = points
    self.textCount = textCount
  }
}
