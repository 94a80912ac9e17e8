public import MinyiAgenda

/// How the report came about: its last part.
public struct ReportMethod: Sendable {
  /// The name of the profile for readers.
  public var profile: Wording
  /// The name of the profile for `--profile`.
  public var profileName: String
  /// What the topics are ordered by.
  public var lens: Lens
  /// Topics on the list.
  public var first: Int
  /// In the order of `CriterionName`, without those that are dropped; 0 for those that the profile leaves out.
  public var weights: [(name: CriterionName, weight: Double)]
  /// Criteria that the collection does not allow, with the reason.
  public var dropped: [DroppedCriterion]
  /// Concerns that the profile or the lens keeps off the agenda.
  public var leftOutCount: Int
  /// What a reader must know of the people in the report; `PersonalDataNote` has it.
  public var personalData: Wording
  /// Name and version of what the results depend on.
  public var versions: [(name: String, version: String)]
  /// Parameters and dictionary hash of the run, as JSON.
  public var settings: String
  /// `RunRecord.inputHash`: of the opinions that were looked at.
  public var inputHash: String
  /// `RunRecord.resultHash`: of all that was mined.
  public var resultHash: String

  /// A last part whose values were read elsewhere.
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
