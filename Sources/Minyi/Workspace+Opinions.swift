public import MinyiModel
import MinyiStore

extension Workspace {
  /// Calls `body` with every opinion, ordered by id. One is in memory at a time.
  public func forEachOpinion(_ body: (Opinion) throws -> Void) throws {
    try store.forEachOpinion { try body($0.opinion) }
  }

  /// A hash over all opinions with their ids: equal for workspaces with the same opinions, in whatever order and from
  /// whatever files they came. Authors go in as their keyed hashes. O(characters).
  public func contentHash() throws -> ContentHash {
    var hash = MultisetHash()
    try forEachOpinion { opinion in
      var opinion = opinion
      opinion.others.sort { ($0.name, $0.value) < ($1.name, $1.value) }
      hash.add(ContentHash("\(opinion.key.utf8.count):\(opinion.key)\(opinion.contentHash)"))
    }
    return hash.value
  }

  /// True once opinions were imported with their personal data as it stands.
  public func keepsPersonalData() throws -> Bool { try store.setting(Workspace.personalDataSetting) != nil }

  static let personalDataSetting = "personal_data"
}
