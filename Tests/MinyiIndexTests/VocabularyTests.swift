import MinyiIndex
import MinyiModel
import Testing

struct VocabularyTests {
  @Test func termsAndIdsAreEachOthersInverse() throws {
    var random = RandomDocuments(seed: 1)
    let documents = random.documents(40, longest: 10)
    let (vocabulary, _) = try index(documents)
    #expect(vocabulary.count == RandomDocuments.words.count)
    for number in 0..<vocabulary.count {
      let id = TermID(rawValue: UInt32(number))
      #expect(Array(vocabulary[id].utf16).withUnsafeBufferPointer { vocabulary.id(of: $0[...]) } == id)
    }
    for unknown in ["", "路", "路灯坏", "b", "zzz"] {
      #expect(
        Array(unknown.utf16).withUnsafeBufferPointer { vocabulary.id(of: $0[...]) } == nil, "\(unknown)")
    }
  }

  @Test func aTermTableNumbersByFirstSight() {
    // Against a dictionary, with enough terms for the table to grow several times.
    var random = SplitMix64(seed: 2)
    var table = TermTable()
    var numbers: [String: Int32] = [:]
    var terms: [String] = []
    for _ in 0..<60_000 {
      let term = String(random.next(below: 20_000), radix: 36)
      if numbers[term] == nil {
        #expect(Array(term.utf16).withUnsafeBufferPointer { table.number(of: $0[...]) } == nil, "\(term)")
        numbers[term] = Int32(terms.count)
        terms.append(term)
      }
      let number = Array(term.utf16).withUnsafeBufferPointer { table.insert($0[...]) }
      #expect(number == numbers[term], "\(term)")
    }
    #expect(table.count == terms.count)
    for (number, term) in terms.enumerated() {
      #expect(table.list.withUnits(of: number) { String(decoding: $0, as: UTF16.self) } == term)
      #expect(Array(term.utf16).withUnsafeBufferPointer { table.number(of: $0[...]) } == Int32(number))
    }
  }
}
