/// How many places are concerned: the effective number of places, 2^entropy of the people's places.
///
/// value = 1 - 1 / places: one place gives 0, two give .5, four give .75.
struct Spread: Criterion {
  let name = CriterionName.spread

  func obstacle(in collection: CollectionFacts) -> Wording? {
    collection.hasPlaces ? nil : Wording("没有地区列", "there is no place column")
  }

  func measure(_ topic: TopicFacts, in collection: CollectionFacts) -> Measure {
    // Place and voice in one number, as a bootstrap sorts millions.
    let pairs = topic.opinions.compactMap { opinion in
      opinion.place.map { Int64($0) << 33 | (opinion.voice & 0x1_FFFF_FFFF) }
    }.sorted()
    // People by place.
    var counts: [Int] = []
    for (i, pair) in pairs.enumerated() {
      if i == 0 || pairs[i - 1] >> 33 != pair >> 33 {
        counts.append(1)
      } else if pairs[i - 1] != pair {
        counts[counts.count - 1] += 1
      }
    }
    let effective = Curve.effectiveNumber(counts)
    let placeCount = counts.count
    return Measure(
      raw: effective, unit: "places", value: effective > 0 ? 1 - 1 / effective : 0,
      evidence: { topic.opinions.ids { $0.place != nil } },
      reason: Wording("出现在 \(placeCount) 个地区", "seen in \(placeCount) places"))
  }

  func raw(at value: Double, from measure: Measure) -> Double? { value < 1 ? 1 / (1 - value) : nil }
}
