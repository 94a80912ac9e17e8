import MinyiIndex
import MinyiModel
import MinyiText
import MinyiTopics
import Testing

struct LabelerTests {
  private func candidates(_ texts: CivicTexts) -> [[Phrase]] {
    let labeler = Labeler(
      rules: texts.rules, vocabulary: texts.vocabulary, vectors: texts.vectors, boundaries: texts.boundaries)
    return texts.concerns.map { labeler.candidates(for: $0, title: texts.title, body: texts.body) }
  }

  /// True if `phrase` runs over whole tokens of `text`, of which the first and the last say something by themselves
  /// (or the first is a number that counts something).
  private func isWhole(_ phrase: String, in text: SegmentedText) -> Bool {
    let tokens = text.tokens
    func isContent(_ i: Int) -> Bool {
      let word = text.string(tokens[i].range)
      return tokens[i].kind == .han
        && !(CivicTexts.stopWords + CivicTexts.functionCharacters).contains(word)
    }
    return tokens.indices.contains { first in
      (first..<tokens.count).contains { last in
        text.sourceString(Int(tokens[first].start)..<Int(tokens[last].end)) == phrase && isContent(last)
          && (isContent(first) || (tokens[first].kind == .number && tokens[first + 1].kind == .han))
      }
    }
  }

  @Test(arguments: [true, false])
  func candidatesAreWholePhrasesOfTheMembersOwnWords(hasTitles: Bool) throws {
    var count = 0
    for seed in 1...6 {
      let texts = try CivicTexts(seed: UInt64(seed), hasTitles: hasTitles)
      #expect(texts.concerns.count >= 3)
      for (concern, candidates) in zip(texts.concerns, candidates(texts)) {
        #expect(!candidates.isEmpty)
        count += candidates.count
        for phrase in candidates {
          let isOfAMember = concern.members.contains { member in
            let source = texts.sources[member.index]
            let text = texts.text(member)
            return (hasTitles ? source.title : source.body).contains(phrase.text)
              && isWhole(phrase.text, in: hasTitles ? text.title : text.body)
          }
          #expect(isOfAMember, "\(phrase)")
          #expect((4...16).contains(phrase.text.count), "\(phrase)")
          #expect(phrase.score > 0, "\(phrase)")
          #expect(!phrase.text.contains { "，。！？ ".contains($0) }, "\(phrase)")
        }
        #expect(Set(candidates.map(\.text)).count == candidates.count)
        #expect(zip(candidates, candidates.dropFirst()).allSatisfy { $0.score >= $1.score })
      }
    }
    #expect(count > 200)
  }

  @Test func labelsAreDistinctAndTheBestThatIsFree() throws {
    for seed in 11...16 {
      let texts = try CivicTexts(seed: UInt64(seed))
      let candidates = candidates(texts)
      let labeler = Labeler(
        rules: texts.rules, vocabulary: texts.vocabulary, vectors: texts.vectors, boundaries: texts.boundaries
      )
      let labels = labeler.labels(for: texts.concerns, candidates: candidates)
      #expect(Set(labels).count == labels.count, "\(labels)")
      for i in labels.indices {
        let free = candidates[i].first { !labels[..<i].contains($0.text) }
        #expect(labels[i] == free?.text, "\(labels)")
      }
    }
  }

  @Test func concernsWithTheSameOrNoCandidatesHaveNamesOfTheirOwn() throws {
    let texts = try CivicTexts(seed: 21)
    let labeler = Labeler(
      rules: texts.rules, vocabulary: texts.vocabulary, vectors: texts.vectors, boundaries: texts.boundaries)
    let count = texts.concerns.count
    let same = labeler.labels(
      for: texts.concerns, candidates: [[Phrase]](repeating: [Phrase(text: "路灯不亮", score: 1)], count: count))
    #expect(same[0] == "路灯不亮" && Set(same).count == count, "\(same)")
    let none = labeler.labels(for: texts.concerns, candidates: [[Phrase]](repeating: [], count: count))
    #expect(Set(none).count == count && none.allSatisfy { !$0.isEmpty }, "\(none)")
    // A concern seen twice has the same heaviest terms; its number tells the two apart.
    let twice = [texts.concerns[0], texts.concerns[0]]
    let twins = labeler.labels(for: twice, candidates: [[], []])
    #expect(twins[0] != twins[1] && twins[1].hasPrefix(twins[0]), "\(twins)")
  }

  @Test func lengthsAreAsAsked() throws {
    let texts = try CivicTexts(seed: 22)
    var labeler = Labeler(
      rules: texts.rules, vocabulary: texts.vocabulary, vectors: texts.vectors, boundaries: texts.boundaries)
    for lengths in [2...3, 6...8, 10...30] {
      labeler.concernLengths = lengths
      let found = texts.concerns.flatMap { labeler.candidates(for: $0, title: texts.title, body: texts.body) }
      #expect(!found.isEmpty && found.allSatisfy { lengths.contains($0.text.count) }, "\(lengths)")
    }
  }

  @Test func phrasesAreTheWritersOwnCharacters() throws {
    // The cleaned text is simplified and narrow; the label is as it was written.
    let analyzer = TextAnalyzer(cleaner: Cleaner(), segmenter: try Segmenter())
    let titles = ["噪音擾民嚴重", "噪音擾民嚴重！", "Ｗｉｆｉ信号很差"]
    let texts = try titles.map {
      DocumentText(title: try analyzer.segmented($0), body: try analyzer.segmented(""))
    }
    let extractor = TermExtractor(rules: TermRules())
    let (vocabulary, vectors) = try index(
      texts.map { text in
        var terms: [String] = []
        text.title.clean.units.withUnsafeBufferPointer { units in
          extractor.forEachTerm(of: units, pieces: text.title.tokens) { terms.append(text.title.string($0)) }
        }
        return terms
      })
    let concerns = ConcernFinder(threads: oneThread).concerns(of: vectors, postCounts: [1, 1, 1])
    let concern = try #require(concerns.first)
    let found = Labeler(
      rules: TermRules(), vocabulary: vocabulary, vectors: vectors, boundaries: BoundaryModel()
    ).candidates(for: concern) {
      texts[$0.index].title
    } body: {
      texts[$0.index].body
    }
    #expect(!found.isEmpty && found.allSatisfy { "噪音擾民嚴重".contains($0.text) }, "\(found)")
    #expect(found.contains { $0.text.contains("擾民") })
  }
}
