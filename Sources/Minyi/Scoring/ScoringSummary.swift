/// What became of the rows of a file that was scored.
public struct ScoringSummary: Sendable, Equatable {
  /// Opinions as like their concern as nine of ten members are, and those that are in it already.
  public var known = 0
  /// Opinions less like it than that, and more than seven tenths of it.
  public var borderline = 0
  /// Opinions like no concern.
  public var new = 0
  /// Rows that say nothing.
  public var blank = 0
  /// Rows that cannot be read.
  public var malformed = 0

  /// Nothing counted yet.
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
