public import MinyiModel

/// What a run found, as it is kept.
public struct RunResult: Sendable {
  public var record: RunRecord
  public var themes: [ThemeRecord]
  public var concerns: [ConcernRecord]
  public var assignments: [AssignmentRecord]

  public init(
    record: RunRecord, themes: [ThemeRecord], concerns: [ConcernRecord], assignments: [AssignmentRecord]
  ) {
    self.record = record
    self.themes = themes
    self.concerns = concerns
    self.assignments = assignments
  }
}

/// The manifest of a run: enough to tell whether it would come out the same again.
public struct RunRecord: Sendable, Equatable {
  /// Parameters and dictionary hash, as JSON.
  public var settings: String
  /// Versions of Minyi, ICU, Unicode, SQLite, as JSON.
  public var versions: String
  public var opinionCount: Int
  public var documentCount: Int
  /// Hash of all assignments and labels, under the opinions' own keys.
  public var resultHash: String

  public init(settings: String, versions: String, opinionCount: Int, documentCount: Int, resultHash: String) {
    self.settings = settings
    self.versions = versions
    self.opinionCount = opinionCount
    self.documentCount = documentCount
    self.resultHash = resultHash
  }
}

/// A theme of the last run.
public struct ThemeRecord: Sendable, Equatable {
  public var id: ThemeID
  public var label: String
  public var terms: [WeightedTerm]

  public init(id: ThemeID, label: String, terms: [WeightedTerm]) {
    self.id = id
    self.label = label
    self.terms = terms
  }
}

/// A concern of the last run.
public struct ConcernRecord: Sendable, Equatable {
  public var id: ConcernID
  public var label: String
  public var theme: ThemeID?
  public var terms: [WeightedTerm]
  public var quotes: [QuoteRecord]

  public init(id: ConcernID, label: String, theme: ThemeID?, terms: [WeightedTerm], quotes: [QuoteRecord]) {
    self.id = id
    self.label = label
    self.theme = theme
    self.terms = terms
    self.quotes = quotes
  }
}

/// A term with its weight for a concern or theme.
public struct WeightedTerm: Sendable, Equatable, Codable {
  public var term: String
  public var weight: Double

  public init(term: String, weight: Double) {
    self.term = term
    self.weight = weight
  }
}

/// A verbatim quote: `text` is the opinion's `field` from `start` up to `end`, counted in Unicode scalars.
public struct QuoteRecord: Sendable, Equatable {
  public var opinion: OpinionID
  public var field: OpinionField
  public var start: Int
  public var end: Int
  public var text: String

  public init(opinion: OpinionID, field: OpinionField, start: Int, end: Int, text: String) {
    self.opinion = opinion
    self.field = field
    self.start = start
    self.end = end
    self.text = text
  }
}

/// Where an opinion went. Opinions with the same `document` number have equal cleaned texts.
public struct AssignmentRecord: Sendable, Equatable {
  public var opinion: OpinionID
  public var concern: ConcernID?
  public var theme: ThemeID?
  public var document: Int
  /// Cosine to the concern's centroid.
  public var similarity: Double?
  /// What the text says about gravity, requests, stance, departments, as JSON.
  public var signals: String?

  public init(
    opinion: OpinionID, concern: ConcernID?, theme: ThemeID?, document: Int, similarity: Double?,
    signals: String?
  ) {
    self.opinion = opinion
    self.concern = concern
    self.theme = theme
    self.document = document
    self.similarity = similarity
    self.signals = signals
  }
}
