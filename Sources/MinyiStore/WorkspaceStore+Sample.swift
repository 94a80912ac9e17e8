import GRDB
public import MinyiModel

extension WorkspaceStore {
  /// A copy of the workspace in a new file at `path`, with the opinions of `ids` only and without results.
  ///
  /// Opinions keep their ids; words and what runs have read come along. The workspace itself stays as it is.
  public func sample(_ ids: Set<OpinionID>, path copyPath: String) throws(StoreError) -> WorkspaceStore {
    do { try pool.vacuum(into: copyPath) } catch { throw StoreError(error, path: copyPath) }
    let copy = try WorkspaceStore(path: copyPath, mode: .existing)
    try copy.write { db in
      for table in ["quote", "assignment", "concern", "theme"] { try db.execute(sql: "DELETE FROM \(table)") }
      let all = try Int64.fetchAll(db, sql: "SELECT id FROM opinion ORDER BY id")
      let remove = try db.cachedStatement(sql: "DELETE FROM opinion WHERE id = ?")
      for id in all where !ids.contains(OpinionID(rawValue: id)) { try remove.execute(arguments: [id]) }
    }
    return copy
  }
}
