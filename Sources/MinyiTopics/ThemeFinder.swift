public import MinyiIndex
public import MinyiModel

/// A broad group of documents.
public struct Theme: Sendable, Equatable {
  public var id: ThemeID
  /// Ascending.
  public var members: [DocumentID]
}

/// Gives every document one of K themes: latent document vectors, spherical k-means, then a multinomial mixture.
public struct ThemeFinder: Sendable {
  /// The number of themes; nil: chosen from the number of documents.
  public var count: Int?
  public var dimensions = 48
  /// Themes are learnt from this many documents at most.
  public var sampleLimit = 10_000
  public var seed: UInt64 = 1
  public var threads: ParallelChunks

  public init(count: Int? = nil, threads: ParallelChunks) {
    self.count = count
    self.threads = threads
  }

  /// The number of themes for a collection of this size when none is asked for: √n / 2, within 2...20.
  ///
  /// About two dozen is what a reader can hold in view; small collections get fewer, so that a theme is broad.
  public static func defaultCount(documentCount: Int) -> Int {
    min(20, max(2, Int((Double(documentCount).squareRoot() / 2).rounded())))
  }

  /// The themes of the documents, numbered from 1 by size, then by first member. Texts without any term
  /// belong to none.
  public func themes(of vectors: DocumentVectors) -> [Theme] {
    let matrix = vectors.matrix
    let filled = (0..<matrix.documentCount).filter { !matrix.row($0).isEmpty }
    guard !filled.isEmpty else { return [] }
    let k = min(filled.count, count ?? ThemeFinder.defaultCount(documentCount: filled.count))
    // 1. groups of a sample, by direction
    let sample = ThemeSample(of: vectors, filled, limit: sampleLimit)
    let clusters = SphericalKMeans(threads: threads, seed: seed).clusters(of: space(of: sample), k: k)
    // 2. what the groups say, and the most probable of each document
    let mixture = MultinomialMixture(clusters, k: k, matrix: sample.matrix, threads: threads)
    let groups = mixture.groups(of: matrix, threads)
    // 3. in the order of size
    var members = [[DocumentID]](repeating: [], count: k)
    for d in filled { members[groups[d]].append(DocumentID(rawValue: UInt32(d))) }
    return members.filter { !$0.isEmpty }.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.enumerated().map {
      Theme(id: ThemeID(rawValue: Int32($0 + 1)), members: $1)
    }
  }

  /// Latent vectors, by the documents' own words and by what their words go with, side by side and of length 1.
  ///
  /// A document's own words count m / (m + 30), with m the mean number of distinct terms: a long message speaks
  /// for itself; two titles on one matter seldom share a word. Own design.
  private func space(of sample: ThemeSample) -> DenseMatrix {
    let latent = LatentSpace(of: sample.weights, dimensions: dimensions, threads: threads, seed: seed)
      .documents
    let words = WordSpace(
      of: sample.matrix, weights: sample.weights, dimensions: dimensions, threads: threads, seed: seed
    ).documents
    let mean = Float(sample.matrix.terms.count) / Float(sample.matrix.documentCount)
    var space = latent.beside(words, leftWeight: mean / (mean + 30))
    space.normalizeRows()
    return space.dense
  }
}
