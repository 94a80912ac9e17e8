import MinyiFiles
import MinyiModel
import Testing

/// Files with bytes changed, dropped, doubled and cut off: whatever comes, every line is accounted for.
@Suite struct DamagedFileTests {
  private static func damaged(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.next(below: 4) where !bytes.isEmpty {
      let at = random.next(below: bytes.count)
      switch random.next(below: 6) {
      case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(UInt8(ascii: "\""), at: at)
      case 3: bytes.insert([0x0A, 0x0D, 0x00, 0xFF, 0x2C, 0x7D, 0x5B][random.next(below: 7)], at: at)
      case 4: bytes.removeLast(min(bytes.count, random.next(below: 20)))
      default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 9)], at: at)
      }
    }
    return bytes
  }

  /// The numbers of all lines with more than white space on them.
  private static func filledLines(_ bytes: [UInt8]) -> Set<Int> {
    var lines: Set<Int> = []
    var line = 1
    for (i, byte) in bytes.enumerated() {
      if byte == 0x0A || byte == 0x0D {
        if byte == 0x0A || i + 1 == bytes.count || bytes[i + 1] != 0x0A { line += 1 }
      } else if byte != 0x20, byte != 0x09 {
        lines.insert(line)
      }
    }
    return lines
  }

  private static let csv = "标题,内容,备注\n" + (1...12).map { "第\($0)条,\"路灯\"\"不亮\"\",\($0)\n很久了\",甲\n" }.joined()
  private static let jsonl = (1...20).map {
    "{\"id\": \($0), \"body\": \"路灯不亮 \\u4f60\", \"x\": [1, {\"y\": null}]}\n"
  }.joined()
  private static let json =
    "[\n" + (1...20).map { "{\"id\": \($0), \"body\": \"路灯不亮\"}" }.joined(separator: ",\n") + "\n]"

  @Test func tables() throws {
    var random = SplitMix64(seed: 11)
    for round in 0..<400 {
      let bytes = DamagedFileTests.damaged(
        round % 4 == 0 ? EncodedSamples.gb18030 : Array(DamagedFileTests.csv.utf8), &random)
      guard let read = try DamagedFileTests.read("a.csv", bytes) else { continue }
      // A row without problem may span lines; the lines of one with a problem are read again, but for its first.
      let filled = DamagedFileTests.filledLines(bytes)
      var accounted: Set<Int> = [filled.min() ?? 1]
      for outcome in read.outcomes {
        var lineCount = 1
        if case .opinion(let record) = outcome { lineCount = DamagedFileTests.lineCount(record) }
        accounted.formUnion(outcome.line..<outcome.line + lineCount)
      }
      let lines = read.outcomes.map(\.line)
      #expect(lines == Array(Set(lines)).sorted(), "round \(round)")
      // Malformed multi-line rows (invalid bytes, surplus fields) stand for all lines up to the next row.
      for (outcome, next) in zip(read.outcomes, lines.dropFirst() + [Int.max]) {
        if case .malformed = outcome { accounted.formUnion(outcome.line..<min(next, outcome.line + 50)) }
      }
      #expect(filled.subtracting(accounted).isEmpty, "round \(round): \(bytes)")
    }
  }

  @Test func jsonLines() throws {
    var random = SplitMix64(seed: 12)
    for round in 0..<400 {
      let bytes = DamagedFileTests.damaged(Array(DamagedFileTests.jsonl.utf8), &random)
      guard let read = try DamagedFileTests.read("a.jsonl", bytes) else { continue }
      let lines = read.outcomes.map(\.line)
      #expect(lines == Array(lines.indices.map { $0 + 1 }), "round \(round)")
      #expect(Set(lines).isSuperset(of: DamagedFileTests.filledLines(bytes)))
      #expect(read.opinions.count >= 20 - 6)
    }
  }

  @Test func jsonArrays() throws {
    var random = SplitMix64(seed: 13)
    for round in 0..<400 {
      let bytes = DamagedFileTests.damaged(Array(DamagedFileTests.json.utf8), &random)
      guard let read = try DamagedFileTests.read("a.json", bytes) else { continue }
      #expect(read.outcomes.map(\.line) == read.outcomes.map(\.line).sorted())
      #expect(read.opinions.count + 9 >= 20, "round \(round): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  /// nil where the file as a whole is refused.
  private static func read(_ name: String, _ bytes: [UInt8]) throws -> ReadRows? {
    do {
      return try ReadRows(
        name, bytes, options: ReadOptions(format: name == "a.csv" ? .csv : name == "a.json" ? .json : .jsonl))
    } catch let error as FileError {
      #expect(error.exitCode == 65 && !error.description.isEmpty)
      return nil
    }
  }

  /// The physical lines of a row, from the line ends in its fields.
  private static func lineCount(_ record: OpinionRecord) -> Int {
    let texts = [record[.title], record[.body]].compactMap { $0 } + record.others.map(\.value)
    return 1 + texts.reduce(0) { count, text in count + text.count { $0.isNewline } }
  }
}
