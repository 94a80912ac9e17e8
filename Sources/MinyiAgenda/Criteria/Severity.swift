/// How grave the matter is, by the words people use: the mean over people of their gravest grade (0 to 3).
///
/// value = mean / 3.
struct Severity: Criterion {
  let name = CriterionName.severity

  func obstacle(in collection: CollectionFacts) -> Wording? { nil }

  func measure(_ topic: TopicFacts, in collection: CollectionFacts) -> Measure {
    var grades: [Int64: Int] = [:]
    var words: [String: Int] = [:]
    for opinion in topic.opinions {
      grades[opinion.voice] = max(grades[opinion.voice] ?? 0, opinion.signals.severity)
      for word in opinion.signals.severityWords { words[word, default: 0] += 1 }
    }
    let mean = grades.isEmpty ? 0 : Double(grades.values.reduce(0, +)) / Double(grades.count)
    let top = words.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(4).map(
      \.key)
    let reason =
      top.isEmpty
      ? Wording("未见严重用语", "no grave words")
      : Wording("常见用语：" + top.joined(separator: "、"), "words: " + top.joined(separator: ", "))
    return Measure(raw: mean, unit: "grade", value: mean / 3, reason: reason)
  }
}
