import MinyiIndex
import MinyiModel
import MinyiReport
import MinyiStore
import MinyiText
import MinyiTopics

/// Draws the map of opinions: an even sample of the texts, by what they say.
struct OpinionMapper {
  let workspace: Workspace
  let results: RunResult
  /// Texts at most.
  let limit: Int

  private static let dimensions = 24
  private static let neighbours = 8
  /// Characters of a text on the map.
  private static let textLength = 48

  /// The map. O(opinions) for choosing, O(points² × dimensions) for the neighbours.
  func map() throws -> OpinionMap {
    // 1. texts are numbered by content hash, so every n-th is a fair sample that rows do not influence
    let texts = distinctTexts()
    let count = min(limit, texts.count)
    let sample = (0..<count).map { texts[$0 * texts.count / max(1, count)] }
    guard count > 0 else { return OpinionMap(points: [], textCount: 0) }
    let stored = try workspace.store.opinions(sample.map(\.opinion))
    guard stored.count == count else { throw TextCollection.changed }
    // 2. where they lie
    let space = try latentSpace(of: stored.map(\.opinion))
    let start = OpinionMapper.start(space, themes: sample.map { $0.theme.map { Int($0.rawValue) } })
    var layout = PointLayout()
    layout.rounds = 100
    layout.strangers = 3
    let places = layout.places(start, neighbours: nearest(in: space))
    return OpinionMap(
      points: sample.indices.map { i in
        let opinion = stored[i].opinion
        let text = opinion.title.isEmpty ? opinion.body : opinion.title
        return OpinionMap.Point(
          x: places[i].x, y: places[i].y, theme: sample[i].theme.map { Int($0.rawValue) },
          text: text.split(whereSeparator: \.isNewline).joined(separator: " ")
            .shortened(to: OpinionMapper.textLength), opinion: opinion.key)
      }, textCount: texts.count)
  }

  /// The first opinion of each text, in the order of the texts.
  private func distinctTexts() -> [AssignmentRecord] {
    var texts: [AssignmentRecord] = []
    for assignment in results.assignments where assignment.document != texts.last?.document {
      texts.append(assignment)
    }
    return texts
  }

  private func latentSpace(of opinions: [Opinion]) throws -> DenseMatrix {
    let analyzers = try AnalyzerPool(dictionaries: workspace.dictionaries)
    let extractor = TermExtractor(rules: workspace.dictionaries.termRules)
    let options = IndexOptions().fitted(to: opinions.count)
    let built = try TermIndexBuilder(options: options, threads: workspace.threads).build(
      documentCount: opinions.count
    ) { range, counter in
      try analyzers.withAnalyzer { analyzer in
        for opinion in opinions[range] {
          for (text, isTitle) in [(opinion.title, true), (opinion.body, false)] {
            try analyzer.forEachTerm(of: text, by: extractor) {
              counter.add($0[$1], inTitle: isTitle)
            } then: { _ in
            }
          }
          counter.endDocument()
        }
      }
    }
    let vectors = DocumentVectors(matrix: built.matrix, vocabulary: built.vocabulary)
    return LatentSpace(
      of: SparseMatrix(vectors), dimensions: OpinionMapper.dimensions, threads: workspace.threads
    ).documents.dense
  }

  /// Places along the first two axes of the themes' centres.
  private static func start(_ space: DenseMatrix, themes: [Int?]) -> [SIMD2<Double>] {
    let dimensions = space.columns
    guard dimensions > 0 else { return themes.map { _ in .zero } }
    var centres: [Int: (sum: [Double], count: Double)] = [:]
    for (i, theme) in themes.enumerated() {
      guard let theme else { continue }
      var centre = centres[theme] ?? ([Double](repeating: 0, count: dimensions), 0)
      for (c, e) in space.row(i).enumerated() { centre.sum[c] += Double(space.values[e]) }
      centre.count += 1
      centres[theme] = centre
    }
    // A sum is the centre times its texts: larger themes turn the axes more.
    let total = max(1, centres.values.reduce(0) { $0 + $1.count })
    let order = centres.keys.sorted()
    var mean = [Double](repeating: 0, count: dimensions)
    for theme in order { for c in 0..<dimensions { mean[c] += (centres[theme]?.sum[c] ?? 0) / total } }
    var covariance = [[Double]](
      repeating: [Double](repeating: 0, count: dimensions), count: dimensions)
    for theme in order {
      guard let centre = centres[theme] else { continue }
      let offset = (0..<dimensions).map { centre.sum[$0] / centre.count - mean[$0] }
      for a in 0..<dimensions {
        for b in 0..<dimensions { covariance[a][b] += offset[a] * offset[b] * centre.count / total }
      }
    }
    let axes = SymmetricEigen(covariance).vectors.prefix(2)
    return themes.indices.map { i in
      let place = axes.map { axis in
        space.row(i).enumerated().reduce(0.0) { $0 + Double(space.values[$1.element]) * axis[$1.offset] }
      }
      return SIMD2(place.first ?? 0, place.count > 1 ? place[1] : 0)
    }
  }

  /// The nearest other points of each point by cosine, nearest first, the smaller number first of equals.
  private func nearest(in space: DenseMatrix) -> [[Int]] {
    let (count, dimensions) = (space.rows, space.columns)
    return workspace.threads.map(count: count, chunkSize: 128) { range in
      space.values.withUnsafeBufferPointer { values in
        range.map { i -> [Int] in
          var best: [(cosine: Float, point: Int)] = []
          for j in 0..<count where j != i {
            var cosine: Float = 0
            for c in 0..<dimensions { cosine += values[i * dimensions + c] * values[j * dimensions + c] }
            if cosine <= 0 { continue }
            if best.count == OpinionMapper.neighbours, let last = best.last, cosine <= last.cosine {
              continue
            }
            let place = best.firstIndex { $0.cosine < cosine } ?? best.count
            best.insert((cosine, j), at: place)
            if best.count > OpinionMapper.neighbours { best.removeLast() }
          }
          return best.map(\.point)
        }
      }
    }.flatMap { $0 }
  }
}
