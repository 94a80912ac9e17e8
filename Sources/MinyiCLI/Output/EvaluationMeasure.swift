import Minyi

/// The numbers of an evaluation in the order in which they are shown; raw values are the names in CSV and JSONL.
enum EvaluationMeasure: String, CaseIterable {
  case groups, unassigned, nmi, homogeneity, completeness, vMeasure, ari, accuracy, purity, bestF1,
    closedBestF1
  case labelCoherence, termCoherence, distinctLabels
  case stability, stabilityLow, stabilityHigh

  var isCount: Bool { self == .groups || self == .unassigned }

  var wording: (zh: String, en: String) {
    switch self {
    case .groups: ("组数", "groups")
    case .unassigned: ("其中未归组的意见", "opinions in no group")
    case .nmi: ("NMI 归一化互信息", "NMI")
    case .homogeneity: ("同质性", "homogeneity")
    case .completeness: ("完整性", "completeness")
    case .vMeasure: ("V 值", "V-measure")
    case .ari: ("ARI 调整兰德指数", "ARI")
    case .accuracy: ("准确率（一一对应）", "accuracy (one to one)")
    case .purity: ("纯度", "purity")
    case .bestF1: ("最佳匹配 F1（各类平均）", "best-match F1 (mean)")
    case .closedBestF1: ("最佳匹配 F1*", "best-match F1*")
    case .labelCoherence: ("名称用词 NPMI", "NPMI of label words")
    case .termCoherence: ("关键词 NPMI", "NPMI of key terms")
    case .distinctLabels: ("名称不重复的比例", "distinct labels")
    case .stability: ("稳定性 ARI（抽样两两平均）", "stability: mean ARI of samples")
    case .stabilityLow: ("稳定性 ARI（最低）", "stability: lowest")
    case .stabilityHigh: ("稳定性 ARI（最高）", "stability: highest")
    }
  }

  /// nil where the evaluation does not have it.
  func value(of grouping: EvaluationDocument.Grouping) -> Double? {
    let agreement = grouping.agreement
    return switch self {
    case .groups: Double(grouping.groups)
    case .unassigned: Double(grouping.unassigned)
    case .nmi: agreement.nmi
    case .homogeneity: agreement.homogeneity
    case .completeness: agreement.completeness
    case .vMeasure: agreement.vMeasure
    case .ari: agreement.ari
    case .accuracy: agreement.accuracy
    case .purity: agreement.purity
    case .bestF1: agreement.bestF1
    case .closedBestF1: agreement.closedBestF1
    case .labelCoherence: grouping.labels.words.npmi
    case .termCoherence: grouping.terms.npmi
    case .distinctLabels: grouping.labels.distinctShare
    case .stability: grouping.stability?.ari
    case .stabilityLow: grouping.stability?.low
    case .stabilityHigh: grouping.stability?.high
    }
  }
}
