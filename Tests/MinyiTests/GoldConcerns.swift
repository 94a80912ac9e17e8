import Foundation
import TestSupport

/// The gold labels of the sample corpus.
struct GoldConcerns {
  private struct Line: Decodable {
    var id: String
    var concern: String?
    var theme: String?
  }

  /// The opinions of each concern.
  let members: [String: Set<String>]
  let concernOf: [String: String]

  init() throws {
    var members: [String: Set<String>] = [:]
    var concernOf: [String: String] = [:]
    for line in try ProjectFiles.text("Corpus/gold.jsonl").split(separator: "\n") {
      let gold = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      guard let concern = gold.concern else { continue }
      members[concern, default: []].insert(gold.id)
      concernOf[gold.id] = concern
    }
    self.members = members
    self.concernOf = concernOf
  }

  /// The best F1 of any of `groups` against the concern.
  func bestF1(_ concern: String, among groups: some Sequence<Set<String>>) -> Double {
    let wanted = members[concern] ?? []
    return groups.map { group in
      2 * Double(group.intersection(wanted).count) / Double(group.count + wanted.count)
    }.max() ?? 0
  }
}
