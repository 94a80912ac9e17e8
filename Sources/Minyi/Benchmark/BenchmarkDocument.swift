/// A benchmark of a corpus as it is written to JSON: the documented, versioned form (schema 1). Keys are English and stay.
public struct BenchmarkDocument: Codable, Sendable, Equatable {
  /// The version of this form.
  public var schema = 1
  /// Those of this program.
  public var versions: RunVersions
  /// Where it ran.
  public var machine: Machine
  /// What it ran over.
  public var input: Input
  /// Threads that could work at once.
  public var threads: Int
  /// Runs, each from an empty workspace; 1 or more.
  public var repeats: Int
  /// In the order of a run.
  public var stages: [Stage]
  /// From the file to the agenda: import to rank.
  public var run: Stage
  /// Of every run: the same input gives the same results.
  public var resultHash: String
  /// Where gold labels were given: by grouping.
  public var quality: [Quality]

  /// What it ran on.
  public struct Machine: Codable, Sendable, Equatable {
    /// The name and version of the operating system.
    public var system: String
    /// The name that the processor has, if the system tells.
    public var processor: String
    /// Processors of the machine, whether used or not.
    public var processors: Int
    /// Physical memory, in units of 2^20 bytes.
    public var memoryMegabytes: Int
  }

  /// What was read.
  public struct Input: Codable, Sendable, Equatable {
    /// Without its folder.
    public var file: String
    /// The size of the file.
    public var bytes: Int
    /// Of the bytes.
    public var hash: String
    /// Opinions that the run looked at.
    public var opinions: Int
    /// Distinct cleaned texts of those opinions.
    public var texts: Int
  }

  /// A stage over all runs.
  public struct Stage: Codable, Sendable, Equatable {
    /// A name of `StageClock.Stage`, or `run`.
    public var name: String
    /// The median; of an even number of runs the mean of the two in the middle.
    public var seconds: Double
    /// Seconds of the fastest run.
    public var fastest: Double
    /// Seconds of the slowest run.
    public var slowest: Double
    /// Opinions a second, by the median.
    public var rate: Double
    /// Resident at most, in any run.
    public var peakMegabytes: Double
  }

  /// Agreement of one grouping with the gold classes.
  public struct Quality: Codable, Sendable, Equatable {
    /// Whether these are themes or concerns.
    public var kind: GroupingKind
    /// Opinions with a class.
    public var evaluated: Int
    /// Of the first run; the others have the same results.
    public var agreement: EvaluationDocument.Agreement
  }
}

extension BenchmarkDocument.Stage {
  static let digits = 4

  /// - Parameter seconds: of every run, at least one.
  init(name: String, seconds: [Double], opinions: Int, peakMegabytes: Double) {
    let sorted = seconds.sorted()
    let middle = sorted.count / 2
    let median =
      sorted.isEmpty
      ? 0 : sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    self.init(
      name: name, seconds: median.rounded(toDigits: Self.digits),
      fastest: (sorted.first ?? 0).rounded(toDigits: Self.digits),
      slowest: (sorted.last ?? 0).rounded(toDigits: Self.digits),
      rate: median > 0 ? (Double(opinions) / median).rounded() : 0,
      peakMegabytes: peakMegabytes.rounded(toDigits: 1))
  }
}
