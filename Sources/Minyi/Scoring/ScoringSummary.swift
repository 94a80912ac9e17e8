/// What became of the rows of a file that was scored.
public struct ScoringSummary: Sendable, Equatable {
  public var known = 0
  public var borderline = 0
  public var new = 0
  public var blank = 0
  public var malformed = 0

  public init() {}

  /// All of them.
  public var rows: Int { known + borderline + new + blank + malformed }

  mutating func count(_ row: ScoredRow) {
    switch row {
    case .opinion(_, _, let score):
      switch score.status {
      case .known: known += 1
      case .borderline: borderline += 1
      case .new: new += 1
      }
    case .blank: blank += 1
    case .malformed: malformed += 1
    }
  }

  mutating func add(_ other: ScoringSummary) {
    known += other.known
    borderline += other.borderline
    new += other.new
    blank += other.blank
    malformed += other.malformed
  }
}
