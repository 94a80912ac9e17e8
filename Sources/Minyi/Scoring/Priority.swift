/// How soon somebody should look at an opinion, 0...100, as the sum of its terms.
///
/// - severity: 15 points a grade, 45 at most;
/// - concern: 40 · score / 100, with the score of the nearest concern on the agenda; half of it where the opinion is
///   borderline, nothing where it is new or the concern is hidden;
/// - request: 15 if the writer asks for something to be done.
///
/// Own design. It orders a queue; it does not measure need.
public struct Priority: Sendable, Equatable {
  /// 0, 15, 30 or 45 points.
  public var severity: Double
  /// 0...40 points, two decimals.
  public var concern: Double
  /// 0 or 15 points.
  public var request: Double

  /// 0...100.
  public var value: Double { severity + concern + request }

  /// - Parameters:
  ///   - severity: 0...3.
  ///   - score: of the nearest concern, 0...100.
  public init(severity: Int, score: Double, status: OpinionScore.Status, asks: Bool) {
    let share =
      switch status {
      case .known: 1.0
      case .borderline: 0.5
      case .new: 0.0
      }
    self.severity = Double(15 * severity)
    concern = (0.4 * score * share).rounded(toDigits: 2)
    request = asks ? 15 : 0
  }
}
