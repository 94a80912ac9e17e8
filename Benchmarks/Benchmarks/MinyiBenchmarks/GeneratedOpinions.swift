import Foundation
import Minyi

/// Opinions of the sample corpus's sentences, shuffled together: as many as a benchmark wants, always the same ones.
///
/// `MINYI_BENCH_OPINIONS` names a JSONL file with `title` and `body` to take instead.
struct GeneratedOpinions: Sendable {
  let titles: [String]
  let bodies: [String]

  var count: Int { bodies.count }

  init(count: Int) {
    let sample = SampleCorpus()
    if let path = ProcessInfo.processInfo.environment["MINYI_BENCH_OPINIONS"] {
      let rows = SampleCorpus.rows(path)
      titles = rows.prefix(count).map(\.title)
      bodies = rows.prefix(count).map(\.body)
      return
    }
    let sources = sample.rows.map { row in
      (title: row.title, sentences: row.body.split(separator: "。").map { $0 + "。" })
    }.filter { !$0.sentences.isEmpty }
    var random = SplitMix64(seed: 7)
    func draw(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
    var titles: [String] = []
    var bodies: [String] = []
    for _ in 0..<count {
      // Some sentences of one text, now and then one of another: as residents repeat each other.
      let own = sources[draw(sources.count)]
      let first = draw(own.sentences.count)
      var sentences = own.sentences[first..<min(own.sentences.count, first + 2 + draw(3))]
      if draw(3) == 0 {
        let other = sources[draw(sources.count)].sentences
        sentences.append(other[draw(other.count)])
      }
      titles.append(own.title)
      bodies.append(sentences.joined())
    }
    self.titles = titles
    self.bodies = bodies
  }

  /// The opinions as JSONL.
  func write(to path: String) throws {
    let encoder = JSONEncoder()
    var text = Data()
    for i in 0..<count {
      text += try encoder.encode(["id": "\(i)", "title": titles[i], "body": bodies[i]])
      text.append(UInt8(ascii: "\n"))
    }
    try text.write(to: URL(fileURLWithPath: path))
  }
}
