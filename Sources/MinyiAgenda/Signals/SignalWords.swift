/// The word lists behind the signals, as `Dictionaries/` holds them.
public struct SignalWords: Sendable {
  /// Words with grades 1 (a nuisance) to 3 (danger to life, health or livelihood).
  public var severity: [(word: String, grade: Int)] = []
  /// Words that cancel a severity word when they stand directly before it.
  public var negations: [String] = []
  /// Words by which a writer asks for action.
  public var requests: [String] = []
  /// Words of support and of opposition; the longest at a place counts.
  public var stances: [(word: String, isFor: Bool)] = []
  /// Known by their positions here in `TextSignals.departments`.
  public var departments: [Department] = []

  /// No words: every text is without signals.
  public init() {}
}
