/// How good the groupings of a run are, as it is written to JSON: the documented, versioned form (schema 1). Keys are
/// English and stay.
public struct EvaluationDocument: Codable, Sendable, Equatable {
  /// Decimals of the measures: enough to be rounded again to those that a reader is shown.
  public static let digits = 6

  public var schema = 1
  /// The name of the file of gold labels.
  public var gold: String
  /// Opinions of the run.
  public var opinions: Int
  /// Themes, then concerns.
  public var groupings: [Grouping]

  /// Themes or concerns.
  public struct Grouping: Codable, Sendable, Equatable {
    public var kind: GroupingKind
    public var source: Source
    /// Opinions with a class: all that is compared.
    public var evaluated: Int
    /// Opinions of the run that have none and are left out.
    public var withoutClass: Int
    /// Groups of the run.
    public var groups: Int
    /// Opinions among the evaluated that are in no group.
    public var unassigned: Int
    public var agreement: Agreement
    /// By falling number of opinions, then by name.
    public var classes: [ClassMatch]
    public var labels: Labels
    public var terms: Coherence
    /// Absent where no samples were asked for.
    public var stability: Stability?
  }

  /// What was read of the gold labels.
  public struct Source: Codable, Sendable, Equatable {
    public var idColumn: String
    public var classColumn: String
    public var rows: Int
    public var classes: Int
    public var unlabelled: Int
    public var malformed: Int
    /// Ids with a class that no opinion of the run has.
    public var unmatched: Int
  }

  /// Groups compared with classes.
  public struct Agreement: Codable, Sendable, Equatable {
    public var nmi: Double
    public var homogeneity: Double
    public var completeness: Double
    public var vMeasure: Double
    public var ari: Double
    public var accuracy: Double
    public var purity: Double
    /// Mean over the classes.
    public var bestF1: Double
    /// The same when opinions without a class are taken to be in none of the classes.
    public var closedBestF1: Double
  }

  /// A class and the groups that it is found in best; absent where all of its opinions are in no group.
  public struct ClassMatch: Codable, Sendable, Equatable {
    public var name: String
    public var opinions: Int
    public var best: Match?
    public var closed: Match?
  }

  /// A group against a class.
  public struct Match: Codable, Sendable, Equatable {
    public var group: Int
    public var label: String
    /// Opinions in both.
    public var common: Int
    /// Opinions in the group.
    public var size: Int
    public var f1: Double
  }

  /// The labels of all groups.
  public struct Labels: Codable, Sendable, Equatable {
    public var count: Int
    public var distinct: Int
    /// Absent where there are no groups.
    public var distinctShare: Double?
    public var words: Coherence
  }

  /// Mean NPMI of lists of words.
  public struct Coherence: Codable, Sendable, Equatable {
    /// −1...1; absent where no list has two words.
    public var npmi: Double?
    /// Groups with two words or more.
    public var groups: Int
  }

  /// How much groupings of samples agree with each other.
  public struct Stability: Codable, Sendable, Equatable {
    public var resamples: Int
    /// Of the opinions in each sample.
    public var share: Double
    /// Adjusted Rand index of two samples on what they have in common: mean, lowest, highest.
    public var ari: Double
    public var low: Double
    public var high: Double
  }
}
