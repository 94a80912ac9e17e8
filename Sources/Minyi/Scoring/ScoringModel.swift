import MinyiAgenda
import MinyiIndex
import MinyiModel
import MinyiStore
import MinyiText
import MinyiTopics

/// What scoring looks up, made of the results of the last run as analysts changed them. Shared between threads.
struct ScoringModel: Sendable {
  /// A concern as it is compared with.
  struct Concern: Sendable {
    var id: ConcernID
    var label: String
    var levels: ConcernLevels
    /// On the agenda, 0...100; 0 where it is hidden.
    var score: Double
  }

  /// A text of the workspace.
  struct KnownText: Sendable {
    /// The first of its opinions.
    var key: String
    var count: Int32
    /// Its position among `concerns`; -1: in none.
    var concern: Int32
  }

  let lookup: TermLookup
  let weighting: TermWeighting
  let centroids: CentroidIndex
  /// By group of `centroids`.
  var concerns: [Concern]
  let themeModel: ThemeModel
  /// By theme of `themeModel`.
  let themes: [ThemeRecord]
  let texts: [KnownText]
  let textOf: [ContentHash: Int32]
  /// Of `texts`.
  let copies: CopyIndex
  /// How often an occurrence in a title counts.
  let titleWeight: UInt32
  /// Opinions of the run.
  let opinionCount: Int
}
