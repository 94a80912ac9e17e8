import MinyiIndex
import MinyiModel
import MinyiStore
import MinyiText

extension Workspace {
  /// The opinions whose terms are most like those of the opinion with the id `key`: by the cosine of TF-IDF vectors, equal
  /// ones by id. Opinions that share no term are left out.
  ///
  /// Terms that a run has read are taken from the workspace; other texts are read now, and not kept. O(opinions).
  /// Throws a `MinyiError` (66) where there is no such opinion.
  public func opinions(
    like key: String, _ options: SearchOptions = SearchOptions(), progress: ProgressHandler? = nil
  ) throws -> SearchDocument {
    guard let wanted = try store.opinion(key: key) else { throw MinyiError.unknownOpinion(key) }
    let indexer = try self.indexer(progress: progress)
    let collection = indexer.collection
    let index = indexer.index(of: try indexer.read())
    let vectors = DocumentVectors(matrix: index.matrix, vocabulary: index.vocabulary)
    guard let document = collection.hashes.firstIndex(of: wanted.textHash) else {
      throw TextCollection.changed
    }
    let ranked = Workspace.products(of: document, in: vectors, threads).enumerated().filter { $1 > 0 }
      .sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }
    // Texts with the same product as the last that is wanted belong to the choice, which is by id.
    var chosen: [(opinion: OpinionID, product: Int64)] = []
    for (text, product) in ranked {
      if chosen.count >= options.top, product < chosen[chosen.count - 1].product { break }
      for opinion in collection.opinions[text] where opinion != wanted.id {
        chosen.append((opinion, product))
      }
    }
    let products = Dictionary(uniqueKeysWithValues: chosen.map { ($0.opinion, $0.product) })
    let stored = try store.opinions(chosen.map(\.opinion)).sorted {
      let (a, b) = (products[$0.id] ?? 0, products[$1.id] ?? 0)
      return a != b ? a > b : $0.opinion.key.utf8.lexicographicallyPrecedes($1.opinion.key.utf8)
    }
    let unit = DocumentVectors.unit * DocumentVectors.unit
    // As in a search: masked also where the workspace keeps personal data.
    let cleaner = Cleaner()
    return SearchDocument(
      like: key, matches: max(0, ranked.reduce(0) { $0 + collection.opinions[$1.offset].count } - 1),
      isCut: false,
      unindexed: 0,
      results: stored.prefix(options.top).map {
        SearchDocument.Result(
          $0.opinion, score: min(1, Double(products[$0.id] ?? 0) / unit),
          title: cleaner.mask($0.opinion.title).source, body: cleaner.mask($0.opinion.body).source, marks: [])
      })
  }

  /// The dot product of one document with each.
  private static func products(
    of document: Int, in vectors: DocumentVectors, _ threads: ParallelChunks
  ) -> [Int64] {
    let matrix = vectors.matrix
    let ownRow = matrix.row(document)
    let highest = ownRow.map { Int(matrix.terms[$0]) }.max() ?? -1
    var own = [Int64](repeating: 0, count: highest + 1)
    for entry in ownRow { own[Int(matrix.terms[entry])] = Int64(vectors.weights[entry]) }
    let weights = own
    return threads.map(count: matrix.documentCount, chunkSize: 4096) { range in
      range.map { other in
        matrix.row(other).reduce(0) { sum, entry in
          let term = Int(matrix.terms[entry])
          return term < weights.count ? sum + weights[term] * Int64(vectors.weights[entry]) : sum
        }
      }
    }.flatMap { $0 }
  }
}
