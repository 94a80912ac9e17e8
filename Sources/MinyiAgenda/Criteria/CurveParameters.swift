/// The numbers in the criteria's curves; a profile may name others.
public struct CurveParameters: Sendable, Equatable {
  /// People at which reach is 1.
  public var reachFull = 100.0
  /// Months after the first that make persistence one half.
  public var persistenceHalf = 3.0
  /// Silent months after which an opinion is a return.
  public var silentMonths = 2.0
  /// Days after a reply within which an opinion is no return: the matter may still be in hand.
  public var replyDays = 30.0
  /// Cases in two windows below which momentum cannot be told.
  public var momentumFewest = 5.0
  /// Surplus of likes at which endorsement is 1.
  public var endorsementFull = 1000.0
  /// Surplus that one post can bring at most.
  public var endorsementPerPost = 200.0
  /// People asking for something that make that part of actionability one half.
  public var actionabilityHalf = 3.0
  /// People whom each side of a dispute must have.
  public var deliberationFewest = 2.0

  /// The usual numbers.
  public init() {}

  /// A parameter as a profile names it.
  struct Entry: Sendable {
    var criterion: CriterionName
    var key: String
    var range: ClosedRange<Double>
    /// True where it counts something.
    var isWhole: Bool
    var path: any WritableKeyPath<CurveParameters, Double> & Sendable
  }

  static let entries: [Entry] = [
    Entry(criterion: .reach, key: "full", range: 1...1_000_000, isWhole: true, path: \.reachFull),
    Entry(criterion: .persistence, key: "half", range: 0.1...120, isWhole: false, path: \.persistenceHalf),
    Entry(criterion: .persistence, key: "silent_months", range: 1...120, isWhole: true, path: \.silentMonths),
    Entry(criterion: .persistence, key: "reply_days", range: 0...3650, isWhole: true, path: \.replyDays),
    Entry(criterion: .momentum, key: "fewest", range: 1...1000, isWhole: true, path: \.momentumFewest),
    Entry(
      criterion: .endorsement, key: "full", range: 1...1_000_000_000, isWhole: true, path: \.endorsementFull),
    Entry(
      criterion: .endorsement, key: "per_post", range: 1...1_000_000_000, isWhole: true,
      path: \.endorsementPerPost),
    Entry(
      criterion: .actionability, key: "half", range: 0.1...1000, isWhole: false, path: \.actionabilityHalf),
    Entry(
      criterion: .deliberation, key: "fewest", range: 1...1000, isWhole: true, path: \.deliberationFewest),
  ]
}
