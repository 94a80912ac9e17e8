import Foundation
import Minyi
import MinyiIndex
import TestSupport
import Testing

/// What runs keep of the texts they read changes no result.
struct SegmentTests {
  private let lines = (0..<90).map { i in
    let matters = ["路灯坏了没人修", "小区门口违停堵路", "夜里工地施工噪音大", "自来水发黄有异味", "公交车等半个小时不来"]
    let places = ["滨河路", "翠湖花园", "东门菜场", "福源小区"]
    return
      #"{"id":"\#(i)","title":"\#(places[i % 4])\#(matters[i % 5])","body":"第\#(i)次反映：\#(places[i % 4])\#(matters[i % 5])，请尽快处理。"}"#
  }

  private func hash(_ workspace: Workspace) throws -> String { try workspace.mine().record.resultHash }

  @Test func textsThatComeBitByBitGiveTheResultOfAllAtOnce() throws {
    let folder = try TemporaryFolder()
    let whole = try Workspace(path: folder.path + "/a.sqlite")
    _ = try whole.importer().importFile(folder.file("a.jsonl", lines.joined(separator: "\n")))
    let expected = try hash(whole)
    #expect(try hash(whole) == expected)
    // More steps than segments that are kept apart.
    let grown = try Workspace(path: folder.path + "/b.sqlite")
    for start in stride(from: 0, to: lines.count, by: 6) {
      let part = lines[start..<min(lines.count, start + 6)].joined(separator: "\n")
      _ = try grown.importer().importFile(folder.file("b\(start).jsonl", part))
      _ = try grown.mine()
    }
    #expect(try hash(grown) == expected)
  }

  @Test func changedTextsAreReadAgain() throws {
    let folder = try TemporaryFolder()
    let changed = lines.map { $0.replacing("路灯坏了", with: "井盖丢了") }
    let fresh = try Workspace(path: folder.path + "/a.sqlite")
    _ = try fresh.importer().importFile(folder.file("a.jsonl", changed.joined(separator: "\n")))
    let later = try Workspace(path: folder.path + "/b.sqlite")
    _ = try later.importer().importFile(folder.file("b.jsonl", lines.joined(separator: "\n")))
    let before = try hash(later)
    _ = try later.importer().importFile(folder.file("c.jsonl", changed.joined(separator: "\n")))
    #expect(try hash(later) == hash(fresh))
    #expect(try hash(fresh) != before)
  }

  @Test func anyDamagedByteIsNoticed() throws {
    var sketch = MinHash()
    Array("路灯坏了没人修".utf16).withUnsafeBufferPointer { sketch.add($0) }
    sketch.finish()
    let empty = TermCounts(merging: [], rows: [])
    #expect(IndexSegment(hashes: [], counts: empty, sketches: [], signals: [:]).documentCount == 0)
    let builder = TermIndexBuilder(threads: ParallelChunks(threadCount: 1))
    let counts = try builder.count(documentCount: 1) { _, counter in
      Array("路灯".utf16).withUnsafeBufferPointer { counter.add($0[...], inTitle: false) }
      counter.endDocument()
    }[0].counts
    var signals = TextSignals()
    signals.requests = ["请"]
    let segment = IndexSegment(
      hashes: [ContentHash("路灯坏了没人修")], counts: counts, sketches: [sketch], signals: [0: signals])
    let bytes = Data(segment.bytes())
    let back = try #require(IndexSegment(bytes))
    #expect(
      back.hashes == segment.hashes && back.sketches == segment.sketches && back.signals == segment.signals)
    #expect(IndexSegment(Data()) == nil)
    for position in bytes.indices {
      var damaged = bytes
      damaged[position] ^= 0x10
      #expect(IndexSegment(damaged) == nil, "byte \(position)")
      #expect(IndexSegment(bytes.prefix(position)) == nil, "cut at \(position)")
    }
  }
}
