extension AgendaRanker {
  /// What separates `topic` from `other`, both of one agenda of this ranker, and what alone would make up for it.
  public func move(of topic: Topic, to other: Topic) -> RankMove {
    let (own, others) = (key(topic), key(other))
    let isByCriterion = own.first != others.first
    let gap = isByCriterion ? others.first - own.first : others.second - own.second
    let totalWeight = topic.criteria.reduce(0) { $0 + $1.weight }
    let isAbove = other.rank < topic.rank
    let levers = criteria.compactMap { criterion -> RankMove.Lever? in
      guard let score = topic.criteria.first(where: { $0.name == criterion.name }),
        isByCriterion ? criterion.name == lens.criterion : score.weight > 0
      else { return nil }
      let change =
        isByCriterion
        ? gap / lens.key(1, people: topic.people) : gap * totalWeight / (100 * score.weight)
      let value = score.measure.value + change
      guard (0...1).contains(value), let raw = criterion.raw(at: value, from: score.measure), raw.isFinite
      else { return nil }
      // Counts are whole: the next one beyond.
      let isWhole = ["people", "texts", "months", "likes"].contains(score.measure.unit)
      let needed = isWhole ? (isAbove ? (raw - 1e-9).rounded(.up) : (raw + 1e-9).rounded(.down)) : raw
      guard needed >= 0, needed != score.measure.raw else { return nil }
      return RankMove.Lever(
        name: criterion.name, raw: score.measure.raw, needed: needed, unit: score.measure.unit)
    }
    let isByQuota = isAbove ? gap < 0 : gap > 0
    return RankMove(
      rank: other.rank, concern: other.concern, label: other.label,
      criterion: isByCriterion ? lens.criterion : nil, gap: gap, isByQuota: isByQuota,
      levers: isByQuota ? [] : levers)
  }
}
