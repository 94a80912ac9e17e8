public import MinyiModel

/// One opinion of a concern, as the agenda counts it.
public struct OpinionFacts: Sendable, Equatable {
  /// What it is called in the workspace; nil where nobody asks.
  public var opinion: OpinionID?
  /// The author's number within the collection; nil where the author is unknown.
  public var person: Int32?
  /// The distinct text that the opinion carries.
  public var text: Int32
  /// Days since 1970-01-01.
  public var day: Int32?
  /// The place's number within the collection.
  public var place: Int32?
  /// Nil where the file does not say, which is not 0. Counts past 2^31 - 1 are cut to that.
  public var likes: Int32?
  /// Nil where the file does not say, which is not 0. Counts past 2^31 - 1 are cut to that.
  public var dislikes: Int32?
  /// The day of the reply, where known.
  public var replyDay: Int32?
  /// Cosine to the concern's centroid.
  public var similarity: Float
  /// What the words of its text say; equal texts have equal signals.
  public var signals: TextSignals {
    _read { yield shared.signals }
    set { shared = SharedSignals(newValue) }
  }
  private var shared: SharedSignals

  /// An opinion of nobody known, without day, place and likes until they are set.
  public init(text: Int32, similarity: Float, signals: TextSignals = TextSignals()) {
    self.text = text
    self.similarity = similarity
    shared = SharedSignals(signals)
  }

  /// A number that is the same for opinions of one person; an unknown author counts as one person a text.
  var voice: Int64 { person.map { Int64($0) } ?? -1 - Int64(text) }
}

/// Signals by reference: resampling copies opinions by the million, and their lists of words one by one would take longer
/// than all that is counted.
private final class SharedSignals: Sendable, Equatable {
  let signals: TextSignals

  init(_ signals: TextSignals) { self.signals = signals }

  static func == (a: SharedSignals, b: SharedSignals) -> Bool { a === b || a.signals == b.signals }
}
