/// What an agenda looks for: weights of the criteria and filters.
public struct Profile: Sendable, Equatable {
  public var name: String
  public var label: Wording
  /// Weight of each criterion; a criterion without an entry has none.
  public var weights: [CriterionName: Double]
  /// Topics raised by fewer people are left out.
  public var minimumPeople: Int
  public var filters = TopicFilters()
  public var curves = CurveParameters()
  /// Topics on the list that the agenda is for.
  public var first = Profile.defaultFirst
  /// Topics of one theme on that list; nil: as many as there are.
  public var themeQuota: Int?
  public var rule: GatheringRule?

  /// Topics on the list where the profile does not say.
  public static let defaultFirst = 20

  public init(name: String, label: Wording, weights: [CriterionName: Double], minimumPeople: Int = 2) {
    self.name = name
    self.label = label
    self.weights = weights
    self.minimumPeople = minimumPeople
  }
}
