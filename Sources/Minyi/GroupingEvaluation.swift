import MinyiEvaluation
import MinyiModel

/// Compares one grouping with gold labels.
struct GroupingEvaluation {
  let grouping: OpinionGrouping
  let gold: GoldLabels
  /// Opinions of the run with their ids, in an order that rows do not influence.
  let opinions: [(id: OpinionID, key: String)]

  /// The comparison; coherence and stability are still to be filled in. Throws if no opinion has a class.
  func document() throws -> EvaluationDocument.Grouping {
    let classed = opinions.compactMap { opinion in
      gold.classOf[opinion.key].map { (id: opinion.id, name: $0) }
    }
    if classed.isEmpty { throw noCommonID }
    let names = Set(classed.map(\.name)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let numberOf = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let assigned = grouping.numbers(of: classed.map(\.id))
    let table = ContingencyTable(
      classes: classed.map { numberOf[$0.name] ?? 0 }, groups: assigned.numbers)
    let sizes = grouping.sizes
    let known = grouping.groups.indices.map { $0 < table.columnSums.count ? table.columnSums[$0] : 0 }
    let best = BestMatch.matches(in: table, groupSizes: known)
    let closed = BestMatch.matches(in: table, groupSizes: sizes)
    let classes = names.indices.map { i in
      EvaluationDocument.ClassMatch(
        name: names[i], opinions: table.rowSums[i], best: match(best[i]), closed: match(closed[i]))
    }
    let labels = grouping.groups.map(\.label)
    let distinct = Set(labels).count
    return EvaluationDocument.Grouping(
      kind: grouping.kind,
      source: EvaluationDocument.Source(
        idColumn: gold.idColumn, classColumn: gold.classColumn, rows: gold.rowCount, classes: names.count,
        unlabelled: gold.unlabelledCount, malformed: gold.malformedCount,
        unmatched: gold.classOf.count - classed.count),
      evaluated: classed.count, withoutClass: opinions.count - classed.count, groups: labels.count,
      unassigned: assigned.unassigned,
      agreement: agreement(table, best, closed),
      // Stable: classes of one size stay in the order of their names.
      classes: classes.sorted { $0.opinions > $1.opinions },
      labels: EvaluationDocument.Labels(
        count: labels.count, distinct: distinct,
        distinctShare: labels.isEmpty
          ? nil : (Double(distinct) / Double(labels.count)).rounded(toDigits: EvaluationDocument.digits),
        words: .init(groups: 0)),
      terms: .init(groups: 0))
  }

  private func agreement(
    _ table: ContingencyTable, _ best: [BestMatch?], _ closed: [BestMatch?]
  ) -> EvaluationDocument.Agreement {
    func mean(_ matches: [BestMatch?]) -> Double {
      matches.reduce(0) { $0 + ($1?.f1 ?? 0) } / Double(max(1, matches.count))
    }
    return EvaluationDocument.Agreement(
      nmi: table.normalizedMutualInformation.rounded(toDigits: EvaluationDocument.digits),
      homogeneity: table.homogeneity.rounded(toDigits: EvaluationDocument.digits),
      completeness: table.completeness.rounded(toDigits: EvaluationDocument.digits),
      vMeasure: table.vMeasure.rounded(toDigits: EvaluationDocument.digits),
      ari: table.adjustedRandIndex.rounded(toDigits: EvaluationDocument.digits),
      accuracy: table.accuracy.rounded(toDigits: EvaluationDocument.digits),
      purity: table.purity.rounded(toDigits: EvaluationDocument.digits),
      bestF1: mean(best).rounded(toDigits: EvaluationDocument.digits),
      closedBestF1: mean(closed).rounded(toDigits: EvaluationDocument.digits))
  }

  private func match(_ match: BestMatch?) -> EvaluationDocument.Match? {
    match.map { match in
      EvaluationDocument.Match(
        group: grouping.groups[match.group].id, label: grouping.groups[match.group].label,
        common: match.common, size: match.groupSize, f1: match.f1.rounded(toDigits: EvaluationDocument.digits)
      )
    }
  }

  private var noCommonID: MinyiError {
    func first(_ keys: [String]) -> String {
      keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.prefix(3).joined(separator: "、")
    }
    return MinyiError(
      "没有一条意见的编号出现在 \(gold.file) 里。该文件“\(gold.idColumn)”列的编号如 \(first(Array(gold.classOf.keys)))；"
        + "意见的编号如 \(first(opinions.map(\.key)))。请用 --id-column 指明编号列，或检查是否同一批意见。"
        + "（no id in common; the first ids of both sides are listed）", exitCode: 65)
  }
}
