/// What the words of an opinion say about gravity, request, stance and competence.
public struct TextSignals: Sendable, Equatable, Codable {
  /// 0 (nothing grave) to 3 (danger to life, health or livelihood): the highest grade of `severityWords`.
  public var severity = 0
  /// The grave words in the order in which they first occur, six a title or body at most.
  public var severityWords: [String] = []
  /// The words by which the writer asks for something to be done.
  public var requests: [String] = []
  /// True where a word of support occurs; `isAgainst` may be true as well.
  public var isFor = false
  /// True where a word of opposition occurs.
  public var isAgainst = false
  /// Departments whose terms occur, by the positions in the department list, ascending.
  public var departments: [Int] = []
  /// For each of `departments` the term that pointed to it.
  public var departmentTerms: [String] = []

  /// The signals of a text that says nothing of the kind.
  public init() {}

  /// True where no list had a word for it.
  public var isEmpty: Bool { self == TextSignals() }
}

extension TextSignals {
  /// Joins the signals of another part of the same opinion.
  package mutating func add(_ other: TextSignals) {
    severity = max(severity, other.severity)
    for word in other.severityWords where !severityWords.contains(word) { severityWords.append(word) }
    for word in other.requests where !requests.contains(word) { requests.append(word) }
    isFor = isFor || other.isFor
    isAgainst = isAgainst || other.isAgainst
    var terms = Dictionary(uniqueKeysWithValues: zip(departments, departmentTerms))
    for (department, term) in zip(other.departments, other.departmentTerms) where terms[department] == nil {
      terms[department] = term
    }
    departments = terms.keys.sorted()
    departmentTerms = departments.compactMap { terms[$0] }
  }
}
