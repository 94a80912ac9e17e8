import MinyiAgenda
import MinyiIndex

/// What scoring found in a text, which follows from its cleaned title and body and the model alone. Small, since many are
/// kept.
struct TextReading: Sendable {
  /// A text of the workspace that says the same or nearly the same.
  struct Copied {
    /// Its position in `ScoringModel.texts`.
    var text: Int32
    /// 1: the same.
    var likeness: Float
  }

  var severityWords: [String]
  var requests: [String]
  private let probability: Double
  private let groups: (Int32, Int32)
  private let dots: (UInt32, UInt32)
  private let themeNumber: Int32
  private let textNumber: Int32
  private let likeness: Float
  private let grade: Int8
  let status: OpinionScore.Status

  init(
    status: OpinionScore.Status, nearest: CentroidSearch.Match?, runnerUp: CentroidSearch.Match?,
    theme: (theme: Int, probability: Double)?, signals: TextSignals, copied: Copied?
  ) {
    self.status = status
    groups = (nearest.map { Int32($0.group) } ?? -1, runnerUp.map { Int32($0.group) } ?? -1)
    dots = (nearest?.dot ?? 0, runnerUp?.dot ?? 0)
    themeNumber = theme.map { Int32($0.theme) } ?? -1
    probability = theme?.probability ?? 0
    grade = Int8(signals.severity)
    severityWords = signals.severityWords
    requests = signals.requests
    textNumber = copied?.text ?? -1
    likeness = copied?.likeness ?? 0
  }

  /// Groups of `ScoringModel.centroids`.
  var nearest: CentroidSearch.Match? { match(groups.0, dots.0) }
  var runnerUp: CentroidSearch.Match? { match(groups.1, dots.1) }
  var theme: (theme: Int, probability: Double)? {
    themeNumber < 0 ? nil : (Int(themeNumber), probability)
  }
  var severity: Int { Int(grade) }
  /// The text of the workspace that it repeats.
  var copied: Copied? { textNumber < 0 ? nil : Copied(text: textNumber, likeness: likeness) }

  private func match(_ group: Int32, _ dot: UInt32) -> CentroidSearch.Match? {
    group < 0 ? nil : CentroidSearch.Match(group: Int(group), dot: dot)
  }
}
