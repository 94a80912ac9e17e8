import MinyiModel
import MinyiStore
import MinyiText

/// Says what the words of a file do: what they are without it, and which texts they cut in another way.
public struct LexiconChecker: Sendable {
  private let dictionaries: Dictionaries
  private let threads: ParallelChunks
  /// Told how many texts of the workspace were compared.
  public var progress: ProgressHandler?

  /// Samples of a word at most.
  static let sampleCount = 3
  private static let chunkSize = 256

  /// - Parameters:
  ///   - dictionaries: what the words are added to; words of the file that stand there are taken out first.
  ///   - threads: threads that may work at once; no result depends on it.
  public init(dictionaries: Dictionaries, threads: ParallelChunks) {
    self.dictionaries = dictionaries
    self.threads = threads
  }

  /// Looks at the words of `file`, and at the texts of `workspace` where there is one.
  ///
  /// The texts are segmented twice. Depends on the file, the dictionaries and the texts only.
  public func check(_ file: LexiconFile, in workspace: Workspace? = nil) throws -> LexiconCheckDocument {
    var lexicon = try dictionaries.lexicon.lexicon()
    for entry in file.entries { lexicon.remove(entry.word) }
    let before = CompiledDictionary(lexicon)
    for entry in file.entries {
      if entry.wordClass == .cut { lexicon.insertCut(entry.word) } else { lexicon.insert(entry.word) }
    }
    let after = CompiledDictionary(lexicon)
    let changes = try workspace.map { try self.changes(file, before, after, $0.store) }
    let segmenter = try Segmenter(dictionary: before)
    let icu = CompiledDictionary.icu()
    var document = LexiconCheckDocument(texts: changes?.texts, words: [], problems: file.problems)
    for (i, entry) in file.entries.enumerated() {
      let units = Array(entry.word.utf16)
      let parts = try segmenter.tokens(of: units).map { String(decoding: units[$0.range], as: UTF16.self) }
      let samples = try self.samples(changes?.found.samples[i] ?? [], workspace?.store)
      document.words.append(
        LexiconCheckDocument.Entry(
          line: entry.line, word: entry.word, wordClass: entry.wordClass?.rawValue,
          isInICU: icu.cost(of: entry.word) != nil, parts: parts, cost: after.cost(of: entry.word),
          textsChanged: changes?.found.textCounts[i], samples: samples))
    }
    return document
  }

  private func changes(
    _ file: LexiconFile, _ before: CompiledDictionary, _ after: CompiledDictionary, _ store: WorkspaceStore
  ) throws -> (found: SegmentationChanges, texts: Int) {
    let collection = try TextCollection(store: store)
    let words = WordTrie(file.entries.enumerated().map { (word: $1.word, value: Int32($0)) })
    let analyzers = (before: try AnalyzerPool(dictionary: before), after: try AnalyzerPool(dictionary: after))
    let done = Counter()
    let parts = try threads.map(count: collection.documentCount, chunkSize: LexiconChecker.chunkSize) {
      range in
      var changes = SegmentationChanges(words: words, count: file.entries.count)
      try analyzers.before.withAnalyzer { old in
        try analyzers.after.withAnalyzer { new in
          for (document, opinion) in zip(range, try collection.texts(of: range)) {
            for text in [opinion.title, opinion.body] {
              try old.withTokens(of: text) { units, was in
                try new.withTokens(of: text) { _, becomes in
                  changes.compare(
                    units, was, becomes, document: document, opinion: collection.opinions[document][0])
                }
              }
            }
          }
        }
      }
      progress?(Progress(step: .index, completed: done.add(range.count), total: collection.documentCount))
      return changes
    }
    var all = SegmentationChanges(words: words, count: file.entries.count)
    for part in parts { all.merge(part) }
    return (all, collection.documentCount)
  }

  private func samples(
    _ found: [SegmentationChanges.Sample], _ store: WorkspaceStore?
  ) throws -> [LexiconCheckDocument.Sample] {
    let keys = try store?.opinions(found.map(\.opinion)).map(\.opinion.key) ?? []
    return zip(found, keys).map { sample, key in
      LexiconCheckDocument.Sample(opinion: key, before: sample.before, after: sample.after)
    }
  }
}
