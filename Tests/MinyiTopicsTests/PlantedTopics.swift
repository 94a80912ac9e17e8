import MinyiIndex
import MinyiModel

/// Seeded random documents of known topics: words of their topic, with some that all topics share.
struct PlantedTopics {
  /// The topic of each document.
  let topics: [Int]
  let vocabulary: Vocabulary
  let vectors: DocumentVectors

  /// `count` documents of `topicCount` topics with `wordCount` words each; `shared` of ten words are of no topic.
  init(_ count: Int, topicCount: Int, wordCount: Int = 12, shared: Int = 2, length: Int = 12, seed: UInt64)
    throws
  {
    var random = SplitMix64(seed: seed)
    var topics: [Int] = []
    var documents: [[String]] = []
    for _ in 0..<count {
      let topic = random.next(below: topicCount)
      topics.append(topic)
      documents.append(
        (0..<length).map { _ in
          random.next(below: 10) < shared
            ? "共\(random.next(below: 10))" : "题\(topic)词\(random.next(below: wordCount))"
        })
    }
    self.topics = topics
    (vocabulary, vectors) = try index(documents)
  }
}

/// The vocabulary and vectors of documents given as terms; every term counts.
func index(_ documents: [[String]]) throws -> (vocabulary: Vocabulary, vectors: DocumentVectors) {
  var options = IndexOptions()
  options.minimumDocumentFrequency = 1
  options.maximumDocumentShare = 1
  let builder = TermIndexBuilder(options: options, threads: ParallelChunks(threadCount: 1))
  let built = try builder.build(documentCount: documents.count) { range, counter in
    for document in documents[range] {
      for term in document {
        Array(term.utf16).withUnsafeBufferPointer { counter.add($0[...], inTitle: false) }
      }
      counter.endDocument()
    }
  }
  return (built.vocabulary, DocumentVectors(matrix: built.matrix, vocabulary: built.vocabulary))
}

/// Random documents over a few words, some empty, some copies.
func randomDocuments(_ random: inout SplitMix64, _ count: Int, wordCount: Int = 12) -> [[String]] {
  var documents: [[String]] = []
  for _ in 0..<count {
    if !documents.isEmpty, random.next(below: 5) == 0 {
      documents.append(documents[random.next(below: documents.count)])
    } else {
      documents.append((0..<random.next(below: 7)).map { _ in "词\(random.next(below: wordCount))" })
    }
  }
  return documents
}

/// Share of the pairs of documents on which two groupings agree (Rand index).
func agreement(_ a: [Int], _ b: [Int]) -> Double {
  var agreed = 0
  var pairs = 0
  for i in a.indices {
    for j in 0..<i {
      pairs += 1
      if (a[i] == a[j]) == (b[i] == b[j]) { agreed += 1 }
    }
  }
  return pairs == 0 ? 1 : Double(agreed) / Double(pairs)
}

let oneThread = ParallelChunks(threadCount: 1)
