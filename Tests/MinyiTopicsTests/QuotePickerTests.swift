import MinyiIndex
import MinyiModel
import MinyiText
import MinyiTopics
import Testing

struct QuotePickerTests {
  @Test func quotesAreWholeSentencesOfMembers() throws {
    for seed in 1...6 {
      let texts = try CivicTexts(seed: UInt64(seed))
      let picker = QuotePicker(vocabulary: texts.vocabulary, vectors: texts.vectors)
      for concern in texts.concerns {
        let quotes = picker.quotes(for: concern, text: texts.text)
        #expect(quotes.count == min(3, concern.members.count))
        #expect(Set(quotes.map(\.document)).count == quotes.count, "a member is quoted once")
        for quote in quotes {
          #expect(concern.members.contains(quote.document))
          let text = texts.text(quote.document)
          let part = quote.isInTitle ? text.title : text.body
          let sentences = part.clean.units.withUnsafeBufferPointer { SentenceSplitter.sentences(of: $0) }
          #expect(sentences.contains(quote.range), "\(part.string(quote.range))")
          // Bodies speak for themselves; verbatim, their characters are the writer's.
          #expect(!quote.isInTitle)
          #expect(texts.sources[quote.document.index].body.contains(part.sourceString(quote.range)))
        }
      }
    }
  }

  @Test func theFirstQuoteIsTheMedoids() throws {
    let texts = try CivicTexts(seed: 7)
    let picker = QuotePicker(vocabulary: texts.vocabulary, vectors: texts.vectors)
    for concern in texts.concerns {
      let best = concern.similarities.max() ?? 0
      let medoid = zip(concern.members, concern.similarities).first { $0.1 == best }?.0
      #expect(picker.quotes(for: concern, text: texts.text).first?.document == medoid)
    }
  }

  @Test func moreBalanceForDifferenceGivesUnlikeQuotes() throws {
    let texts = try CivicTexts(seed: 8)
    var picker = QuotePicker(vocabulary: texts.vocabulary, vectors: texts.vectors)
    let concern = try #require(texts.concerns.first { $0.members.count >= 8 })
    func likeness(_ balance: Double) -> Double {
      picker.balance = balance
      let chosen = picker.quotes(for: concern, text: texts.text).map(\.document)
      return texts.vectors.cosine(chosen[0], chosen[1])
    }
    #expect(likeness(0.1) <= likeness(1))
    picker.balance = 0
    let chosen = picker.quotes(for: concern, text: texts.text).map(\.document)
    // With no weight for being typical, the second is the least like the first of all.
    let first = concern.members.map { texts.vectors.cosine(chosen[0], $0) }.min() ?? 0
    #expect(texts.vectors.cosine(chosen[0], chosen[1]) == first)
  }

  @Test func aTextWithoutABodyIsQuotedByItsTitleAndAnEmptyOneNotAtAll() throws {
    let analyzer = TextAnalyzer(cleaner: Cleaner(), segmenter: try Segmenter())
    let texts = try [("路灯不亮很久了。请修理！", ""), ("", ""), ("标题", "路灯不亮很久了，夜里出行不便。")].map {
      DocumentText(title: try analyzer.segmented($0.0), body: try analyzer.segmented($0.1))
    }
    let (vocabulary, vectors) = try index([["路灯"], ["路灯"], ["路灯"]])
    let concern = try #require(
      ConcernFinder(threads: oneThread).concerns(of: vectors, postCounts: [1, 1, 1]).first)
    let quotes = QuotePicker(vocabulary: vocabulary, vectors: vectors).quotes(for: concern) {
      texts[$0.index]
    }
    #expect(quotes.map(\.document.index).sorted() == [0, 2])
    for quote in quotes {
      let text = texts[quote.document.index]
      let shown = (quote.isInTitle ? text.title : text.body).sourceString(quote.range)
      #expect(shown == (quote.document.index == 0 ? "路灯不亮很久了。" : "路灯不亮很久了，夜里出行不便。"))
      #expect(quote.isInTitle == (quote.document.index == 0))
    }
  }
}
