import Foundation
import GRDB
import MinyiModel
import MinyiStore
import TestSupport
import Testing

/// Opening and closing: what is a workspace, what is not, and that nothing else is touched.
struct WorkspaceStoreTests {
  private func error(path: String, _ mode: WorkspaceStore.Mode) -> StoreError? {
    do {
      _ = try WorkspaceStore(path: path, mode: mode)
      return nil
    } catch {
      return error
    }
  }

  @Test func whatWasKeptIsThereAfterReopening() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    let entry = OpinionEntry(opinion: Opinion(key: "1", body: "路灯坏了"), textHash: ContentHash("a"))
    #expect(try store.keep([entry]) == [.imported])
    try store.close()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["w.minyi"],
      "a closed workspace is one file")
    for mode in [WorkspaceStore.Mode.existing, .create] {
      let again = try WorkspaceStore(path: store.path, mode: mode)
      #expect(try again.opinion(key: "1")?.opinion == entry.opinion)
      #expect(try again.keep([entry]) == [.unchanged])
      try again.close()
    }
  }

  @Test func theFileIsMarkedAsAWorkspace() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    try store.close()
    // Bytes 68...71 of an SQLite file are the application id, big-endian (https://sqlite.org/fileformat.html).
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: store.path)))
    #expect(Array(bytes[68..<72]) == Array("Miny".utf8))
  }

  @Test func aMissingFileIsNotFoundUnlessItMayBeCreated() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("none.minyi").path
    guard case .notFound(path) = error(path: path, .existing) else {
      Issue.record("\(String(describing: error(path: path, .existing)))")
      return
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(error(path: path, .create) == nil)
  }

  @Test func aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "编号,内容\n1,路灯坏了\n", count: 300)
    let path = try folder.file("opinions.csv", text)
    for mode in [WorkspaceStore.Mode.existing, .create] {
      guard case .notAWorkspace(path) = error(path: path, mode) else {
        Issue.record("\(mode): \(String(describing: error(path: path, mode)))")
        continue
      }
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["opinions.csv"])
  }

  @Test func theDatabaseOfAnotherProgramIsRefusedAndLeftAlone() throws {
    let folder = try TemporaryFolder()
    for applicationID in [0, 0x6f74_6872] {
      let path = folder.url.appendingPathComponent("other\(applicationID).sqlite").path
      let queue = try DatabaseQueue(path: path)
      try queue.write { db in
        try db.execute(sql: "PRAGMA application_id = \(applicationID); CREATE TABLE opinion (id INTEGER)")
      }
      try queue.close()
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      for mode in [WorkspaceStore.Mode.existing, .create] {
        guard case .notAWorkspace(path) = error(path: path, mode) else {
          Issue.record("\(mode): \(String(describing: error(path: path, mode)))")
          continue
        }
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }

  @Test func aWorkspaceOfANewerVersionIsRefusedAndLeftAlone() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    try store.close()
    let queue = try DatabaseQueue(path: store.path)
    try queue.write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999 of a later version')")
    }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: store.path))
    for mode in [WorkspaceStore.Mode.existing, .create] {
      guard case .newer(store.path) = error(path: store.path, mode) else {
        Issue.record("\(mode): \(String(describing: error(path: store.path, mode)))")
        continue
      }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: store.path)) == before)
  }

  @Test func aFolderIsNoWorkspace() throws {
    let folder = try TemporaryFolder()
    for mode in [WorkspaceStore.Mode.existing, .create] {
      guard case .notAWorkspace(folder.path) = error(path: folder.path, mode) else {
        Issue.record("\(mode): \(String(describing: error(path: folder.path, mode)))")
        continue
      }
    }
    // A path into a folder that is not there cannot be written.
    let nowhere = folder.url.appendingPathComponent("none/w.minyi").path
    guard case .cannotWrite(nowhere, _) = error(path: nowhere, .create) else {
      Issue.record("\(String(describing: error(path: nowhere, .create)))")
      return
    }
  }

  @Test func everyMessageNamesThePathAndWhatToDo() {
    let path = "/data/w.minyi"
    let errors: [StoreError] = [
      .notFound(path: path), .notAWorkspace(path: path), .newer(path: path),
      .cannotWrite(path: path, reason: "只读"), .diskFull(path: path), .busy(path: path),
      .database(path: path, code: 11, message: "malformed"), .noRun(path: path),
    ]
    let texts = errors.map(\.description)
    #expect(texts.allSatisfy { $0.contains(path) } && Set(texts).count == errors.count)
  }

  @Test func aSettingIsMadeOnce() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    #expect(try store.setting("key") { "first" } == "first")
    #expect(try store.setting("key") { "second" } == "first")
    #expect(try store.setting("Key") { "third" } == "third")
    try store.close()
    let again = try WorkspaceStore(path: store.path, mode: .existing)
    #expect(try again.setting("key") { "fourth" } == "first")
  }
}
