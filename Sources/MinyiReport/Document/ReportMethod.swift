public import MinyiAgenda

/// How the report came about: its last part.
public struct ReportMethod: Sendable {
  public var profile: Wording
  public var profileName: String
  public var lens: Lens
  /// Topics on the list.
  public var first: Int
  public var weights: [(name: CriterionName, weight: Double)]
  public var dropped: [DroppedCriterion]
  public var leftOutCount: Int
  public var personalData: Wording
  /// Name and version of what the results depend on.
  public var versions: [(name: String, version: String)]
  public var settings: String
  public var inputHash: String
  public var resultHash: String

  public init(
    profile: Wording, profileName: String, lens: Lens, first: Int,
    weights: [(name: CriterionName, weight: Double)], dropped: [DroppedCriterion], leftOutCount: Int,
    personalData: Wording, versions: [(name: String, version: String)], settings: String, inputHash: String,
    resultHash: String
  ) {
    self.profile = profile
    self.profileName = profileName
    self.lens = lens
    self.first = first
    self.weights = weights
    self.dropped = dropped
    self.leftOutCount = leftOutCount
    self.personalData = personalData
    self.versions = versions
    self.settings = settings
    self.inputHash = inputHash
    self.resultHash = resultHash
  }
}
