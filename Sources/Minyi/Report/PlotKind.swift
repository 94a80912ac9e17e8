/// The pictures that can be drawn for use elsewhere.
public enum PlotKind: String, Sendable, CaseIterable {
  /// Opinions by period, of the collection or of a concern.
  case trend
  /// Themes and concerns as a treemap.
  case themes
  /// The map of opinions.
  case map
  /// Themes by place, or by period where there are no places.
  case heatmap
}
