import MinyiAgenda
import MinyiModel
import Testing

struct SignalReaderTests {
  private func signals(_ text: String, _ words: SignalWords) -> TextSignals {
    Array(text.utf16).withUnsafeBufferPointer { SignalReader(words).signals(of: $0) }
  }

  private var words: SignalWords {
    var words = SignalWords()
    words.severity = [("漏电", 3), ("电", 1), ("倒塌", 3), ("扰民", 1), ("受伤", 2)]
    words.negations = ["没", "没有", "未", "从来没有发生过"]
    words.requests = ["请", "请尽快", "希望"]
    words.stances = [("同意", true), ("不同意", false), ("支持", true)]
    words.departments = [
      Department(name: "住建局", isTown: false, terms: ["物业", "路灯"]),
      Department(name: "城管局", isTown: false, terms: ["路灯", "占道"]),
      Department(name: "镇政府", isTown: true, terms: ["村道"]),
    ]
    return words
  }

  @Test func theGravestWordCountsAndTheLongestMatch() {
    let found = signals("路灯漏电，扰民，有人受伤", words)
    #expect(found.severity == 3 && found.severityWords == ["漏电", "扰民", "受伤"])
    // 电 inside 漏电 is no word of its own.
    #expect(signals("停电", words).severityWords == ["电"])
    #expect(signals("风景好", words).isEmpty)
  }

  @Test func aNegationDirectlyBeforeCancels() {
    #expect(signals("没有漏电", words).severity == 0)
    #expect(signals("未倒塌，但扰民", words).severityWords == ["扰民"])
    #expect(signals("从来没有发生过漏电", words).severity == 0)
    #expect(signals("没有人漏电", words).severity == 3)
    #expect(signals("漏电没有", words).severity == 3)
    #expect(signals("没有漏电，后来漏电了", words).severityWords == ["漏电"])
  }

  @Test func stancesAreTheLongestMatch() {
    let against = signals("我们不同意", words)
    #expect(against.isAgainst && !against.isFor)
    let both = signals("有人支持，有人不同意", words)
    #expect(both.isFor && both.isAgainst)
  }

  @Test func departmentsComeWithTheTermThatPointsToThem() {
    let found = signals("村道的路灯归物业", words)
    #expect(found.departments == [0, 1, 2] && found.departmentTerms == ["路灯", "路灯", "村道"])
    #expect(signals("占道", words).departments == [1])
  }

  @Test func requestsAreTheWritersWords() {
    #expect(signals("请尽快修，希望重视，请", words).requests == ["请尽快", "希望", "请"])
  }

  @Test func withoutWordsThereAreNoSignals() {
    #expect(signals("没有漏电请尽快", SignalWords()).isEmpty)
    #expect(signals("", words).isEmpty)
  }

  @Test func signalsAreThoseOfANaiveScan() {
    let alphabet = Array("水电火不")
    var random = SplitMix64(seed: 1)
    func word(_ longest: Int) -> String {
      String((0..<1 + random.next(below: longest)).map { _ in alphabet[random.next(below: alphabet.count)] })
    }
    for round in 0..<400 {
      var words = SignalWords()
      words.severity = Dictionary((0..<4).map { _ in (word(3), 1 + random.next(below: 3)) }) { a, _ in a }
        .map { (word: $0.key, grade: $0.value) }
      words.negations = (0..<random.next(below: 3)).map { _ in word(7) }
      words.requests = (0..<3).map { _ in word(3) }
      let text = word(16)
      let found = signals(text, words)
      // From left to right, the longest word at each place.
      func matches(_ list: [String]) -> [(before: String, word: String)] {
        var matches: [(String, String)] = []
        var i = text.startIndex
        while i < text.endIndex {
          if let longest = list.filter({ text[i...].hasPrefix($0) }).max(by: { $0.count < $1.count }) {
            matches.append((String(text[..<i]), longest))
            i = text.index(i, offsetBy: longest.count)
          } else {
            i = text.index(after: i)
          }
        }
        return matches
      }
      var seen: [String] = []
      for match in matches(words.severity.map(\.word))
      where !words.negations.contains(where: { match.before.hasSuffix($0) }) && !seen.contains(match.word) {
        seen.append(match.word)
      }
      let grade = words.severity.filter { seen.contains($0.word) }.map(\.grade).max() ?? 0
      #expect(found.severityWords == seen && found.severity == grade, "round \(round): \(text) by \(words)")
      let requests = Set(matches(words.requests).map(\.word))
      #expect(
        Set(found.requests) == requests && found.requests.count == requests.count, "\(text) by \(words)")
    }
  }
}

struct TextSignalsLineTests {
  @Test func signalsComeBackFromTheirLine() {
    var random = SplitMix64(seed: 1)
    let words = ["请", "尽快 处理", "sewage leak", "危房", "a,b", "\"引号\"", "{"]
    func some() -> [String] {
      (0..<random.next(below: 4)).map { _ in words[random.next(below: words.count)] }
    }
    for _ in 0..<300 {
      var signals = TextSignals()
      signals.severity = random.next(below: 4)
      signals.severityWords = some()
      signals.requests = some()
      signals.isFor = random.next(below: 2) == 0
      signals.isAgainst = random.next(below: 2) == 0
      signals.departmentTerms = some()
      signals.departments = signals.departmentTerms.map { _ in random.next(below: 30) }
      #expect(TextSignals(line: signals.line) == signals, "\(signals)")
    }
  }

  @Test(arguments: [
    "", "{}", "1", "4\t\t\t\t", "x\t\t\t\t", "1\t\t\t\t3", "1\t\t\t\tx\u{1F}y", "1\t\t\t", "1\t\t\t\t\t",
  ])
  func anotherLineIsRefused(_ line: String) { #expect(TextSignals(line: line) == nil) }
}
