import Foundation
import GRDB
public import MinyiModel

/// An opinion in the workspace.
public struct StoredOpinion: Sendable {
  /// The number in this workspace; the id that people know is `opinion.key`.
  public var id: OpinionID
  /// Hash of the cleaned title and body: equal texts have equal hashes.
  public var textHash: ContentHash
  /// `Opinion.contentHash` as it was when the opinion was kept.
  public var recordHash: ContentHash
  /// As it was imported last, its key included.
  public var opinion: Opinion
}

extension StoredOpinion {
  /// The columns that `init(row:)` expects, in its order.
  static let columns = """
    id, key, text_hash, record_hash, time, author, place, channel, likes, dislikes, replied_at, title, body, reply, others
    """

  init(row: Row) throws {
    id = OpinionID(rawValue: row[0])
    textHash = ContentHash(bytes: row[2] as Data)
    recordHash = ContentHash(bytes: row[3] as Data)
    opinion = Opinion(
      key: row[1], title: row[11], body: row[12],
      time: (row[4] as Int64?).map { CivilTime(seconds: $0) },
      author: (row[5] as Int64?).map { AuthorHash(rawValue: UInt64(bitPattern: $0)) },
      place: row[6], channel: row[7], likes: row[8], dislikes: row[9], reply: row[13],
      repliedAt: (row[10] as Int64?).map { CivilTime(seconds: $0) },
      others: try OtherColumnsText.columns(of: row[14]))
  }
}
