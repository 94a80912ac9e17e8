/// What an agenda looks for: weights of the criteria and filters.
public struct Profile: Sendable, Equatable {
  /// What a user asks for it by, and files say; empty where the YAML has none.
  public var name: String
  /// Its name for readers.
  public var label: Wording
  /// Weight of each criterion; a criterion without an entry has none.
  public var weights: [CriterionName: Double]
  /// Topics raised by fewer people are left out.
  public var minimumPeople: Int
  /// What else a topic must meet beside `minimumPeople`.
  public var filters = TopicFilters()
  /// The numbers in the criteria's curves.
  public var curves = CurveParameters()
  /// Topics on the list that the agenda is for.
  public var first = Profile.defaultFirst
  /// Topics of one theme on that list; nil: as many as there are.
  public var themeQuota: Int?
  /// The rule that every topic is held against; nil: none. It keeps no topic off.
  public var rule: GatheringRule?

  /// Topics on the list where the profile does not say.
  public static let defaultFirst = 20

  /// A profile with the usual curves, a list of 20 and no further filters.
  public init(name: String, label: Wording, weights: [CriterionName: Double], minimumPeople: Int = 2) {
    self.name = name
    self.label = label
    self.weights = weights
    self.minimumPeople = minimumPeople
  }
}
