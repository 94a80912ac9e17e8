public import MinyiIndex
public import MinyiModel

/// A broad group of documents.
public struct Theme: Sendable, Equatable {
  /// By members, from 1.
  public var id: ThemeID
  /// Ascending.
  public var members: [DocumentID]
}

/// Gives every document one of K themes: latent document vectors, spherical k-means from several
/// starts, then the multinomial mixture that they vote for.
public struct ThemeFinder: Sendable {
  /// The number of themes; nil: that of `ThemeCountChooser`.
  public var count: Int?
  /// Themes are learnt from this many documents at most.
  public var sampleLimit = 10_000
  /// Of the sample's space and of the clusters' starts.
  public var seed: UInt64 = 1
  /// Threads that may work at once. No result depends on it.
  public var threads: ParallelChunks

  /// `count` nil: chosen from the texts, which takes longer.
  public init(count: Int? = nil, threads: ParallelChunks) {
    self.count = count
    self.threads = threads
  }

  /// More than four gained nothing (Benchmarks/Quality.md).
  private static let voters = 4
  private static let votersRounds = 5

  private var chooser: ThemeCountChooser {
    var chooser = ThemeCountChooser(threads: threads)
    chooser.seed = seed
    return chooser
  }

  /// The number of themes for so few documents that their words cannot tell it: √n / 2, within 2...20.
  public static func defaultCount(documentCount: Int) -> Int {
    min(20, max(2, Int((Double(documentCount).squareRoot() / 2).rounded())))
  }

  /// The mixture that mixtures from several starts vote for: one start alone would leave much to luck. Where the vote runs
  /// groups into each other that the best start keeps apart, the best start's.
  private func mixture(_ starts: [[Int]], k: Int, _ matrix: TermMatrix) -> MultinomialMixture {
    let groupings = starts.prefix(ThemeFinder.voters).map { clusters in
      MultinomialMixture(
        clusters, k: k, matrix: matrix, iterations: ThemeFinder.votersRounds, threads: threads
      ).groups(of: matrix, threads)
    }
    let voted = MultinomialMixture(
      shares: GroupingVotes(groupings, k: k).shares, matrix: matrix, threads: threads)
    if Set(voted.groups(of: matrix, threads)).count == k { return voted }
    return MultinomialMixture(starts[0], k: k, matrix: matrix, threads: threads)
  }

  /// The themes of the documents, numbered from 1 by size, then by first member. Texts without any term
  /// belong to none.
  public func themes(of vectors: DocumentVectors) -> [Theme] {
    let matrix = vectors.matrix
    let filled = (0..<matrix.documentCount).filter { !matrix.row($0).isEmpty }
    guard !filled.isEmpty else { return [] }
    let k = min(filled.count, count ?? chooser.choice(of: vectors).count)
    // 1. groups of a sample, by direction
    let sample = ThemeSample(of: vectors, filled, limit: sampleLimit)
    let starts = SphericalKMeans(threads: threads, seed: seed).finalists(
      of: ThemeSpace(threads: threads, seed: seed).points(of: sample), k: k)
    // 2. what the groups say, and the most probable of each document
    let mixture = mixture(starts, k: k, sample.matrix)
    let groups = mixture.groups(of: matrix, threads)
    // 3. in the order of size
    var members = [[DocumentID]](repeating: [], count: k)
    for d in filled { members[groups[d]].append(DocumentID(rawValue: UInt32(d))) }
    return members.filter { !$0.isEmpty }.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.enumerated().map {
      Theme(id: ThemeID(rawValue: Int32($0 + 1)), members: $1)
    }
  }
}
