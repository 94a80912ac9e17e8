public import MinyiModel

/// What is looked for, in terms of the index.
public struct SearchRequest: Sendable {
  /// A condition on an opinion.
  public indirect enum Condition: Sendable, Equatable {
    /// The phrase stands in the field; nil: in title or body. `isPrefix`: its last token is the beginning of one.
    case phrase(String, isPrefix: Bool, field: Field?)
    /// The opinion is of one of these days, counted from 1970; nil: no bound.
    case days(from: Int?, before: Int?)
    /// All of them hold.
    case all([Condition])
    /// One of them holds at least.
    case any([Condition])
    /// The first holds and none of the others.
    case without(Condition, [Condition])
  }

  /// A field that a condition may be confined to.
  public enum Field: String, Sendable {
    /// A phrase in a title counts for the rank; places and channels only filter.
    case title, place, channel
  }

  /// nil: every opinion of `opinions`.
  public var condition: Condition?
  /// Only these.
  public var opinions: Set<OpinionID>?
  /// How many are wanted.
  public var top: Int
  /// Matches that are ranked at most; nil: all.
  public var limit: Int?

  /// `opinions` nil: all; `limit` nil: every match is ranked.
  public init(condition: Condition?, opinions: Set<OpinionID>? = nil, top: Int, limit: Int?) {
    self.condition = condition
    self.opinions = opinions
    self.top = top
    self.limit = limit
  }
}

/// What was found.
public struct SearchMatches: Sendable, Equatable {
  /// An opinion with its score.
  public struct Match: Sendable, Equatable {
    /// The opinion that matches.
    public var opinion: OpinionID
    /// BM25; 0 where nothing but filters was given.
    public var score: Double
  }

  /// By falling score, then by key.
  public var best: [Match]
  /// Matches that were ranked.
  public var count: Int
  /// There are more matches than were ranked.
  public var isCut: Bool
}
