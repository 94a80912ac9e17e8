/// How good the groupings of a run are, as it is written to JSON: the documented, versioned form (schema 1). Keys are
/// English and stay.
public struct EvaluationDocument: Codable, Sendable, Equatable {
  /// Decimals of the measures: enough to be rounded again to those that a reader is shown.
  public static let digits = 6

  /// The version of this form.
  public var schema = 1
  /// The name of the file of gold labels.
  public var gold: String
  /// Opinions of the run.
  public var opinions: Int
  /// Themes, then concerns.
  public var groupings: [Grouping]

  /// Themes or concerns.
  public struct Grouping: Codable, Sendable, Equatable {
    /// Whether these are themes or concerns.
    public var kind: GroupingKind
    /// What was read of the labels that this grouping is compared with.
    public var source: Source
    /// Opinions with a class: all that is compared.
    public var evaluated: Int
    /// Opinions of the run that have none and are left out.
    public var withoutClass: Int
    /// Groups of the run.
    public var groups: Int
    /// Opinions among the evaluated that are in no group.
    public var unassigned: Int
    /// Of the opinions with a class.
    public var agreement: Agreement
    /// By falling number of opinions, then by name.
    public var classes: [ClassMatch]
    /// Of all groups of the run, whether an opinion of theirs has a class or not.
    public var labels: Labels
    /// Coherence of the groups' key terms.
    public var terms: Coherence
    /// Absent where no samples were asked for.
    public var stability: Stability?
  }

  /// What was read of the gold labels.
  public struct Source: Codable, Sendable, Equatable {
    /// The column of ids, as the file calls it.
    public var idColumn: String
    /// The column of classes, as the file calls it.
    public var classColumn: String
    /// Rows that were read, blank lines among them.
    public var rows: Int
    /// Different classes that opinions of the run have.
    public var classes: Int
    /// Rows without a class, blank lines among them.
    public var unlabelled: Int
    /// Rows that cannot be used: unreadable, without an id, or with another class for an id that has one.
    public var malformed: Int
    /// Ids with a class that no opinion of the run has.
    public var unmatched: Int
  }

  /// Groups compared with classes.
  public struct Agreement: Codable, Sendable, Equatable {
    /// Normalised mutual information by the arithmetic mean, 0...1; `vMeasure` but for rounding.
    public var nmi: Double
    /// How far each group has one class only, 0...1.
    public var homogeneity: Double
    /// How far each class is in one group only, 0...1.
    public var completeness: Double
    /// The harmonic mean of homogeneity and completeness, 0...1.
    public var vMeasure: Double
    /// The Rand index corrected for chance: 1 for equal groupings, about 0 for random ones, below 0 for worse.
    public var ari: Double
    /// The share of opinions that are right when classes and groups are matched one to one in the best way.
    public var accuracy: Double
    /// The share of opinions that are right when every group stands for its most frequent class.
    public var purity: Double
    /// Mean over the classes.
    public var bestF1: Double
    /// The same when opinions without a class are taken to be in none of the classes.
    public var closedBestF1: Double
  }

  /// A class and the groups that it is found in best; absent where all of its opinions are in no group.
  public struct ClassMatch: Codable, Sendable, Equatable {
    /// As the file of labels has it.
    public var name: String
    /// Opinions of the run that have it.
    public var opinions: Int
    /// Of a group only opinions with a class count.
    public var best: Match?
    /// Opinions without a class count against the group.
    public var closed: Match?
  }

  /// A group against a class.
  public struct Match: Codable, Sendable, Equatable {
    /// The number of the theme or concern.
    public var group: Int
    /// As it was mined, whatever analysts changed.
    public var label: String
    /// Opinions in both.
    public var common: Int
    /// Opinions in the group.
    public var size: Int
    /// The harmonic mean of precision and recall, 0...1.
    public var f1: Double
  }

  /// The labels of all groups.
  public struct Labels: Codable, Sendable, Equatable {
    /// One for each group.
    public var count: Int
    /// Different ones among them.
    public var distinct: Int
    /// Absent where there are no groups.
    public var distinctShare: Double?
    /// Coherence of the words in each label, single characters and stop words left out.
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
    /// Samples that were mined, each two of which are compared.
    public var resamples: Int
    /// Of the opinions in each sample.
    public var share: Double
    /// Adjusted Rand index of two samples on what they have in common: mean, lowest, highest.
    public var ari: Double
    /// Of the two samples that agree least.
    public var low: Double
    /// Of the two samples that agree most.
    public var high: Double
  }
}
