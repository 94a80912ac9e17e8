/// What the words of an opinion say about gravity, request, stance and competence.
public struct TextSignals: Sendable, Equatable, Codable {
  /// 0 (nothing grave) to 3 (danger to life, health or livelihood): the highest grade of `severityWords`.
  public var severity = 0
  public var severityWords: [String] = []
  /// The words by which the writer asks for something to be done.
  public var requests: [String] = []
  public var isFor = false
  public var isAgainst = false
  /// Departments whose terms occur, by the positions in the department list, ascending.
  public var departments: [Int] = []
  /// For each of `departments` the term that pointed to it.
  public var departmentTerms: [String] = []

  public init() {}

  public var isEmpty: Bool { self == TextSignals() }
}
