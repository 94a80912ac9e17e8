import MinyiAgenda
import MinyiFiles
import MinyiIndex
import MinyiModel
import MinyiText
import MinyiTopics

/// Scores opinions one after the other, with the working memory of one thread.
final class ScoringThread {
  private let model: ScoringModel
  private let preparer: OpinionPreparer
  private let reader: SignalReader
  private let extractor: TermExtractor
  private let cache: TextCache<TextReading>
  private var scratch = OpinionPreparer.Scratch()
  private var bag: TermBag
  private var search: CentroidSearch
  private var weights: [Int32] = []

  init(
    _ model: ScoringModel, preparer: OpinionPreparer, reader: SignalReader, extractor: TermExtractor,
    cache: TextCache<TextReading>
  ) {
    self.model = model
    self.cache = cache
    self.preparer = preparer
    self.reader = reader
    self.extractor = extractor
    bag = TermBag(model.lookup)
    search = CentroidSearch(model.centroids)
  }

  /// The score of a row, with the hash of its text; nil where it says nothing. O(characters).
  ///
  /// - Parameter usesKnownTexts: a text that is in the workspace belongs to the concern that it is in.
  func score(
    _ record: OpinionRecord, with analyzer: TextAnalyzer, usesKnownTexts: Bool
  ) throws -> (score: OpinionScore, hash: ContentHash)? {
    var masked: [PersonalDataKind: Int] = [:]
    guard let texts = preparer.texts(of: record, &masked, &scratch) else { return nil }
    let reading = try reading(texts.hash, texts.titleCount, analyzer, usesKnownTexts: usesKnownTexts)
    let score = OpinionScore(
      status: reading.status, nearest: reading.nearest.map(match), runnerUp: reading.runnerUp.map(match),
      theme: reading.theme.map {
        OpinionScore.ThemeMatch(
          theme: model.themes[$0.theme].id, label: model.themes[$0.theme].label,
          probability: $0.probability)
      },
      severity: reading.severity, severityWords: reading.severityWords, requests: reading.requests,
      priority: Priority(
        severity: reading.severity, score: reading.nearest.map { model.concerns[$0.group].score } ?? 0,
        status: reading.status, asks: !reading.requests.isEmpty),
      copy: reading.copied.map(copy), title: texts.title, body: texts.body)
    return (score, texts.hash)
  }

  /// What is found in the cleaned text of the scratch, or was found before.
  private func reading(
    _ hash: ContentHash, _ titleCount: Int, _ analyzer: TextAnalyzer, usesKnownTexts: Bool
  ) throws -> TextReading {
    let key = TextCache<TextReading>.Key(hash: hash, titleCount: titleCount)
    if usesKnownTexts, let reading = cache.reading(of: key) { return reading }
    bag.removeAll()
    var signals = TextSignals()
    var sketch = MinHash()
    let units = scratch.cleaned.elements
    for (part, weight) in [(units[..<titleCount], model.titleWeight), (units[titleCount...], 1)] {
      let part = UnsafeBufferPointer(rebasing: part)
      try ScoringThread.count(part, weight, analyzer, extractor, &bag)
      signals.add(reader.signals(of: part))
      sketch.add(part)
    }
    let known = model.textOf[hash]
    let concern = known.map { model.texts[Int($0)].concern } ?? -1
    let own = usesKnownTexts && concern >= 0 ? Int(concern) : nil
    let (first, second, theme) = bag.take { terms, counts in read(terms, counts, own) }
    let reading = TextReading(
      status: own != nil ? .known : status(first), nearest: first, runnerUp: second, theme: theme,
      signals: signals,
      copied: known.map { TextReading.Copied(text: $0, likeness: 1) } ?? nearCopy(of: sketch))
    if usesKnownTexts { cache.keep(reading, of: key) }
    return reading
  }

  /// What is not the same is never told as 1.
  private func nearCopy(of sketch: MinHash) -> TextReading.Copied? {
    var sketch = sketch
    sketch.finish()
    return model.copies.nearest(to: sketch).map {
      TextReading.Copied(text: Int32($0.document.rawValue), likeness: min(0.99, Float($0.resemblance)))
    }
  }

  /// `bag` is a parameter so that it is not checked for every term whether somebody else changes it.
  private static func count(
    _ units: UnsafeBufferPointer<UInt16>, _ weight: UInt32, _ analyzer: TextAnalyzer,
    _ extractor: TermExtractor, _ bag: inout TermBag
  ) throws {
    try analyzer.forEachTerm(ofCleaned: units, by: extractor) { bag.add(units[$0], weight: weight) }
  }

  /// A text of whose terms the collection knows few is about something else, whatever the few are: one of them alone, 布 in
  /// 哈布斯堡, would make it look like a concern.
  private func status(_ nearest: CentroidSearch.Match?) -> OpinionScore.Status {
    guard let nearest, bag.knownShare >= ConcernLevels.leastKnownShare else { return .new }
    return model.concerns[nearest.group].levels.status(of: nearest.cosine)
  }

  /// The id of a row, if it is not a person's.
  func id(of record: OpinionRecord) -> String? {
    var masked: [PersonalDataKind: Int] = [:]
    let key = preparer.key(of: record, &masked, &scratch)
    return key.isEmpty ? nil : key
  }

  private typealias Reading = (
    first: CentroidSearch.Match?, second: CentroidSearch.Match?, theme: (theme: Int, probability: Double)?
  )

  /// - Parameter own: the concern that the text is in; it comes first.
  private func read(
    _ terms: UnsafeBufferPointer<UInt32>, _ counts: UnsafeBufferPointer<UInt32>, _ own: Int?
  ) -> Reading {
    if weights.count < terms.count { weights = [Int32](repeating: 0, count: 2 * terms.count) }
    return weights.withUnsafeMutableBufferPointer { weights in
      let weights = UnsafeMutableBufferPointer(rebasing: weights[..<terms.count])
      model.weighting.weigh(terms, counts, into: weights)
      var (first, second) = search.nearest(terms, UnsafeBufferPointer(weights))
      if let own, first?.group != own {
        second = first
        first = search.match(with: own, terms, UnsafeBufferPointer(weights))
      }
      return (first, second, model.themeModel.theme(of: terms, counts))
    }
  }

  private func copy(_ copied: TextReading.Copied) -> OpinionScore.Copy {
    let text = model.texts[Int(copied.text)]
    return OpinionScore.Copy(
      opinion: text.key, count: Int(text.count), similarity: Double(copied.likeness))
  }

  private func match(_ match: CentroidSearch.Match) -> OpinionScore.Match {
    let concern = model.concerns[match.group]
    return OpinionScore.Match(concern: concern.id, label: concern.label, similarity: match.cosine)
  }
}
