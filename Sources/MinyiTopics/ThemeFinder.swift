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
  public var dimensions = 100
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
    // 1. latent vectors, by the documents' own words and by what their words go with
    let latent = LatentSpace(of: vectors, dimensions: dimensions, threads: threads)
    let words = WordSpace(of: vectors, dimensions: dimensions, threads: threads)
    let space = ThemeFinder.joined(latent.documents, ThemeFinder.latentWeight(of: matrix), words.documents)
    // 2. groups by direction
    let clusters = SphericalKMeans(threads: threads).clusters(of: space, k: k)
    // 3. refined on the counts
    let refined = MultinomialMixture(threads: threads).refined(clusters, k: k, matrix: matrix)
    // 4. in the order of size
    var members = [[DocumentID]](repeating: [], count: k)
    for d in filled { members[refined[d]].append(DocumentID(rawValue: UInt32(d))) }
    return members.filter { !$0.isEmpty }.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.enumerated().map {
      Theme(id: ThemeID(rawValue: Int32($0 + 1)), members: $1)
    }
  }

  /// How much a document's own words count beside its words' company: m / (m + 30), with m the mean number of
  /// distinct terms. A long message speaks for itself; two titles on one matter seldom share a word. Own design.
  static func latentWeight(of matrix: TermMatrix) -> Float {
    let mean = Float(matrix.terms.count) / Float(max(1, matrix.documentCount))
    return mean / (mean + 30)
  }

  /// Rows of `a` times `weight`, then of `b`, scaled to length 1.
  private static func joined(_ a: DenseMatrix, _ weight: Float, _ b: DenseMatrix) -> DenseMatrix {
    var joined = DenseMatrix(rows: a.rows, columns: a.columns + b.columns)
    for r in 0..<a.rows {
      let start = r * joined.columns
      for c in 0..<a.columns { joined.values[start + c] = weight * a.values[r * a.columns + c] }
      for c in 0..<b.columns { joined.values[start + a.columns + c] = b.values[r * b.columns + c] }
    }
    joined.normalizeRows()
    return joined
  }
}
