public import MinyiIndex
public import MinyiModel

/// Chooses the number of themes: how well groups learnt from one half of a sample foretell the words of the other half.
///
/// For each number K of `candidates` a mixture of K groups is fitted to half of at most `sampleLimit` documents, and every
/// document of the other half gets its log-likelihood, tempered as in `MultinomialMixture`; then the halves change
/// places. More groups say more, until they only repeat what one half happens to hold. Chosen is the smallest K whose mean is
/// within one standard error of the best (the one-standard-error rule of Breiman, Friedman, Olshen and Stone,
/// Classification and Regression Trees, 1984), the error being that of the paired difference. Cross-validation of a
/// mixture's size by likelihood: Smyth, Statistics and Computing 10 (2000).
public struct ThemeCountChooser: Sendable {
  /// Ascending. Twenty is what a reader can hold in view.
  public var candidates = [2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20]
  /// Documents that are looked at.
  public var sampleLimit = 2_000
  /// Of the sample's space and of the clusters' starts.
  public var seed: UInt64 = 1
  /// Threads that may work at once. No result depends on it.
  public var threads: ParallelChunks

  /// Fewer documents are too few to halve.
  static let fewest = 40
  /// A theme needs this many documents of a half.
  private static let leastShare = 5

  /// The usual candidates and sample.
  public init(threads: ParallelChunks) { self.threads = threads }

  /// One number of themes.
  public struct Point: Sendable, Equatable {
    /// The number of themes that was tried.
    public var count: Int
    /// Mean gain in log-likelihood of an unseen document over one single group.
    public var gain: Double
    /// Standard error of the gain's difference from the best point's; 0 for the best.
    public var error: Double
  }

  /// The curve and what was chosen of it.
  public struct Choice: Sendable, Equatable {
    /// The smallest number that is as good as the best but for chance.
    public var count: Int
    /// Empty where there are too few documents; then `count` is `ThemeFinder.defaultCount`.
    public var points: [Point]
    /// Documents that were looked at.
    public var documents: Int
  }

  /// The choice for the documents of `vectors`. Depends on them and the seed only.
  public func choice(of vectors: DocumentVectors) -> Choice {
    let matrix = vectors.matrix
    let filled = (0..<matrix.documentCount).filter { !matrix.row($0).isEmpty }
    guard filled.count >= ThemeCountChooser.fewest else {
      return Choice(
        count: ThemeFinder.defaultCount(documentCount: filled.count), points: [], documents: filled.count)
    }
    // 1. two halves, every other document
    let sample = ThemeSample(of: vectors, filled, limit: sampleLimit).compacted
    let points = ThemeSpace(threads: threads, seed: seed).points(of: sample)
    let count = sample.matrix.documentCount
    let halves = [Array(stride(from: 0, to: count, by: 2)), Array(stride(from: 1, to: count, by: 2))]
    let tried = candidates.filter { $0 * ThemeCountChooser.leastShare <= halves[1].count }
    // 2. what each number of groups learnt from one half says about the other
    func likelihoods(k: Int) -> [Double] {
      halfLikelihoods(of: halves[0], learntFrom: halves[1], sample.matrix, points, k: k)
        + halfLikelihoods(of: halves[1], learntFrom: halves[0], sample.matrix, points, k: k)
    }
    let base = likelihoods(k: 1)
    let gains: [[Double]] = tried.map { k in zip(likelihoods(k: k), base).map { $0 - $1 } }
    let means: [Double] = gains.map { mean($0) }
    var best = 0
    for i in means.indices where means[i] > means[best] { best = i }
    // 3. the smallest that is as good but for chance
    let curve: [Point] = tried.indices.map { i in
      let differences: [Double] = zip(gains[best], gains[i]).map { $0 - $1 }
      return Point(count: tried[i], gain: means[i], error: standardError(differences))
    }
    let chosen = curve.first { point in means[best] - point.gain <= point.error }?.count ?? tried[best]
    return Choice(count: chosen, points: curve, documents: count)
  }

  /// Log-likelihoods of the documents `unseen` under `k` groups of the documents `learnt`.
  private func halfLikelihoods(
    of unseen: [Int], learntFrom learnt: [Int], _ matrix: TermMatrix, _ points: DenseMatrix, k: Int
  ) -> [Double] {
    var means = SphericalKMeans(threads: threads, seed: seed)
    (means.starts, means.finalists, means.iterations) = (4, 2, 10)
    let clusters = means.clusters(of: points.rows(learnt), k: k)
    let mixture = MultinomialMixture(
      clusters, k: k, matrix: matrix.rows(learnt), iterations: 5, threads: threads)
    return mixture.logLikelihoods(of: matrix.rows(unseen), threads)
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }

  private func standardError(_ values: [Double]) -> Double {
    let center = mean(values)
    let squares = values.reduce(0) { $0 + ($1 - center) * ($1 - center) }
    let n = Double(values.count)
    return n > 1 ? (squares / (n - 1) / n).squareRoot() : 0
  }
}
