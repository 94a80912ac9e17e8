import Minyi
import TestSupport
import Testing

/// Words of the sample corpus that no dictionary lists.
struct NewWordsTests {
  @Test func theNamesOfTheCorpusAreProposed() throws {
    let texts = try ImportedTexts(ImportedTexts.corpusLines())
    let document = try texts.workspace.newWords(top: 40)
    let words = Set(document.words.map(\.word))
    for name in ["锦澜花园", "樟木村", "牛背桥", "杉木村", "桂苑新村", "福源安置小区", "磨盘岭采石场"] {
      #expect(words.contains(name), "\(name) is not among \(words.sorted())")
    }
    #expect(document.texts > 500 && document.posts >= document.texts)
    for word in document.words {
      #expect(word.texts >= 5 && word.posts >= word.texts && word.occurrences >= word.texts, "\(word)")
      #expect(min(word.leftEntropy, word.rightEntropy) >= 2 && word.information >= 7, "\(word)")
    }
    #expect(zip(document.words, document.words.dropFirst()).allSatisfy { $0.score >= $1.score })
  }

  @Test func quotesAreVerbatimAndHoldTheWord() throws {
    let texts = try ImportedTexts(ImportedTexts.corpusLines())
    let words = try texts.workspace.newWords().words
    for word in words {
      #expect((1...3).contains(word.quotes.count), "\(word.word)")
      #expect(Set(word.quotes.map(\.opinion)).count == word.quotes.count, "\(word.word)")
      for quote in word.quotes {
        let opinion = try texts.workspace.opinion(quote.opinion).opinion
        let field = quote.field == "title" ? opinion.title : opinion.body
        let span = field.unicodeScalars.dropFirst(quote.start).prefix(quote.end - quote.start)
        #expect(String(String.UnicodeScalarView(span)) == quote.text, "\(quote)")
        #expect(Cleaner().normalize(quote.text).string.contains(word.word), "\(quote)")
        #expect(quote.text.count <= word.word.count + 2 * 13 + 8, "\(quote)")
      }
    }
    #expect(words.count == 30)
  }

  @Test func rowsThreadsAndCopiesDoNotMatter() throws {
    let lines = try ImportedTexts.corpusLines()
    let expected = try ImportedTexts.read(lines) { try $0.newWords() }
    var random = SplitMix64(seed: 61)
    #expect(try ImportedTexts.read(lines.shuffled(using: &random)) { try $0.newWords() } == expected)
    for threads in [1, 5] {
      #expect(try ImportedTexts.read(lines, threadCount: threads) { try $0.newWords() } == expected)
    }
    // Every opinion twice: the same words with twice the posts.
    let copies = lines.map { $0.replacing(#""id":"QH"#, with: #""id":"Z-QH"#) }
    let doubled = try ImportedTexts.read(lines + copies) { try $0.newWords() }
    #expect(doubled.words.map(\.word) == expected.words.map(\.word))
    #expect(doubled.words.map(\.texts) == expected.words.map(\.texts))
    #expect(doubled.words.map(\.score) == expected.words.map(\.score))
    #expect(doubled.words.map(\.posts) == expected.words.map { 2 * $0.posts })
  }

  @Test func whatIsDecidedIsNotProposed() throws {
    var texts = try ImportedTexts(ImportedTexts.corpusLines())
    let before = try texts.workspace.newWords().words.map(\.word)
    let (added, cut, refused) = (before[0], before[1], before[2])
    try texts.workspace.add(words: [added])
    try texts.workspace.add(words: [cut], as: .cut)
    try texts.workspace.remove(words: [refused])
    let after = try texts.workspace.newWords(top: 200).words.map(\.word)
    for word in [added, cut, refused] { #expect(!after.contains(word), "\(word) is proposed again") }
    // What was refused comes back when it was added and taken back.
    try texts.workspace.add(words: [refused])
    try texts.workspace.remove(words: [refused])
    #expect(try texts.workspace.newWords().words.map(\.word).contains(refused))
  }
}
