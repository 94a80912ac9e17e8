/// How many places are concerned: the effective number of places, 2^entropy of the people's places.
///
/// value = 1 - 1 / places: one place gives 0, two give .5, four give .75.
struct Spread: Criterion {
  let name = CriterionName.spread

  func obstacle(in collection: CollectionFacts) -> Wording? {
    collection.hasPlaces ? nil : Wording("没有地区列", "there is no place column")
  }

  func measure(_ topic: TopicFacts, in collection: CollectionFacts) -> Measure {
    var voices: [Int32: Set<Int64>] = [:]
    for opinion in topic.opinions {
      if let place = opinion.place { voices[place, default: []].insert(opinion.voice) }
    }
    let effective = Curve.effectiveNumber(voices.values.map(\.count))
    return Measure(
      raw: effective, unit: "places", value: effective > 0 ? 1 - 1 / effective : 0,
      reason: Wording("出现在 \(voices.count) 个地区", "seen in \(voices.count) places"))
  }
}
