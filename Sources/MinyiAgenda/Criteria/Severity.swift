/// How grave the matter is, by the words people use: the mean over people of their gravest grade (0 to 3).
///
/// value = mean / 3.
struct Severity: Criterion {
  let name = CriterionName.severity

  func obstacle(in collection: CollectionFacts) -> Wording? { nil }

  func measure(_ topic: TopicFacts, in collection: CollectionFacts) -> Measure {
    // By person, the gravest first; grades are 0 to 3.
    let grades = topic.opinions.map { $0.voice << 2 | Int64(3 - $0.signals.severity) }.sorted()
    var people = 0
    var sum = 0
    for (i, opinion) in grades.enumerated() where i == 0 || grades[i - 1] >> 2 != opinion >> 2 {
      people += 1
      sum += 3 - Int(opinion & 3)
    }
    let mean = people == 0 ? 0 : Double(sum) / Double(people)
    return Measure(
      raw: mean, unit: "grade", value: mean / 3,
      evidence: { topic.opinions.ids { $0.signals.severity > 0 } }, reason: reason(topic))
  }

  func raw(at value: Double, from measure: Measure) -> Double? { value <= 1 ? 3 * value : nil }

  private func reason(_ topic: TopicFacts) -> Wording {
    var words: [String: Int] = [:]
    for word in topic.opinions.flatMap(\.signals.severityWords) { words[word, default: 0] += 1 }
    let top = words.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(4).map(
      \.key)
    return top.isEmpty
      ? Wording("未见严重用语", "no grave words")
      : Wording("常见用语：" + top.joined(separator: "、"), "words: " + top.joined(separator: ", "))
  }
}
