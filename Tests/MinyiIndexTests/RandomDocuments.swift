import MinyiIndex
import MinyiModel

/// An occurrence of a term in a document.
struct Occurrence {
  var term: String
  var isInTitle = false
}

/// Seeded random documents over a small vocabulary.
struct RandomDocuments {
  var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  static let words = [
    "路灯", "坏", "停水", "噪音", "扰民", "东区", "西区", "物业", "河", "龙津", "wifi", "a", "积水", "井盖", "公交", "站台", "学位", "𠮷",
    "油烟", "垃圾", "电梯", "车位", "社保", "补贴",
  ]

  /// A document of up to `longest` terms of the first `wordCount` words.
  mutating func document(longest: Int, wordCount: Int = 24) -> [Occurrence] {
    (0..<generator.next(below: longest + 1)).map { _ in
      Occurrence(
        term: Self.words[generator.next(below: wordCount)], isInTitle: generator.next(below: 4) == 0)
    }
  }

  /// `count` documents, about one in five the copy of an earlier one.
  mutating func documents(_ count: Int, longest: Int, wordCount: Int = 24) -> [[Occurrence]] {
    var documents: [[Occurrence]] = []
    for _ in 0..<count {
      if !documents.isEmpty, generator.next(below: 5) == 0 {
        documents.append(documents[generator.next(below: documents.count)])
      } else {
        documents.append(document(longest: longest, wordCount: wordCount))
      }
    }
    return documents
  }
}

/// The index of `documents`; every term counts unless `options` say otherwise.
func index(
  _ documents: [[Occurrence]], options: IndexOptions? = nil, threads: Int = 1
) throws -> (vocabulary: Vocabulary, matrix: TermMatrix) {
  var every = IndexOptions()
  every.minimumDocumentFrequency = 1
  every.maximumDocumentShare = 1
  let builder = TermIndexBuilder(options: options ?? every, threads: ParallelChunks(threadCount: threads))
  let built = try builder.build(documentCount: documents.count) { range, counter in
    for document in documents[range] {
      for occurrence in document {
        Array(occurrence.term.utf16).withUnsafeBufferPointer {
          counter.add($0[...], inTitle: occurrence.isInTitle)
        }
      }
      counter.endDocument()
    }
  }
  return (built.vocabulary, built.matrix)
}

/// The vectors of documents given as texts with blanks between the terms.
func vectors(ofTexts texts: [String]) throws -> (vocabulary: Vocabulary, vectors: DocumentVectors) {
  try vectors(of: texts.map { $0.split(separator: " ").map { Occurrence(term: String($0)) } })
}

/// The vectors of `documents`, every term counted.
func vectors(of documents: [[Occurrence]]) throws -> (vocabulary: Vocabulary, vectors: DocumentVectors) {
  let (vocabulary, matrix) = try index(documents)
  return (vocabulary, DocumentVectors(matrix: matrix, vocabulary: vocabulary))
}

/// The documents as one line each, for messages.
func shown(_ documents: [[Occurrence]]) -> String {
  documents.map { $0.map { $0.isInTitle ? "#\($0.term)" : $0.term }.joined(separator: " ") }
    .joined(separator: " / ")
}
