import MinyiModel
import Testing

struct MultisetHashTests {
  private func sum(_ members: [ContentHash]) -> ContentHash {
    var hash = MultisetHash()
    for member in members { hash.add(member) }
    return hash.value
  }

  @Test func orderDoesNotMatterAndEveryMemberDoes() {
    var random = SplitMix64(seed: 3)
    for count in 1..<40 {
      let members = (0..<count).map { ContentHash("\($0) \(count)") }
      #expect(sum(members.shuffled(using: &random)) == sum(members))
      #expect(sum(members.dropLast()) != sum(members))
      #expect(sum(members + [members[0]]) != sum(members))
      var changed = members
      changed[random.next(below: count)] = ContentHash("another")
      #expect(sum(changed) != sum(members))
    }
    #expect(sum([]) == ContentHash(high: 0, low: 0))
  }

  @Test func aCarryGoesToTheHigherWord() {
    let members = [ContentHash(high: 1, low: .max), ContentHash(high: 2, low: 2)]
    #expect(sum(members) == ContentHash(high: 4, low: 1))
    #expect(sum([ContentHash(high: .max, low: .max), ContentHash(high: 0, low: 1)]) == sum([]))
  }
}
