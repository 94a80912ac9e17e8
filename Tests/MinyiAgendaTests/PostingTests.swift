import MinyiAgenda
import Testing

struct PostingTests {
  /// A topic in which person n wrote `counts[n]` posts; `unknown` have no author.
  private func found(_ counts: [Int], unknown: Int = 0) throws -> Topic {
    var opinions: [OpinionFacts] = []
    for (person, count) in counts.enumerated() {
      opinions += people(count, from: opinions.count) { opinion, _ in opinion.person = Int32(person) }
    }
    opinions += people(unknown, from: opinions.count) { opinion, _ in opinion.person = nil }
    return try #require(agenda(opinions).topics.first)
  }

  @Test(arguments: [
    // One person with at least half of three posts or more.
    ([3], 0, Posting.one), ([20], 0, .one), ([20, 1], 0, .one), ([3, 1, 1, 1], 0, .one), ([3], 3, .one),
    // Three people or more, nobody with half.
    ([1, 1, 1], 0, .many), ([2, 2, 1], 0, .many), ([4, 1, 1, 1, 1, 1], 0, .many), ([1, 1, 1], 3, .many),
    // Neither.
    ([2], 0, .few), ([1, 1], 0, .few), ([2, 2], 0, .few), ([1], 0, .few), ([2, 1, 1], 0, .few),
    // Nobody knows.
    ([], 5, .unknown), ([1, 1], 3, .unknown), ([2], 7, .unknown),
  ])
  func oneWithManyAndManyWithOneAreToldApart(counts: [Int], unknown: Int, expected: Posting) throws {
    let topic = try found(counts, unknown: unknown)
    #expect(topic.posting == expected)
    #expect(topic.busiest == counts.max() ?? 0 && topic.posts == counts.reduce(unknown, +))
    #expect(topic.flags.contains(.onePerson) == (expected == .one))
  }

  @Test func thinEvidenceIsFlagged() throws {
    #expect(try found([1, 1, 1, 1]).flags.contains(.fewPeople))
    #expect(try !found([1, 1, 1, 1, 1]).flags.contains(.fewPeople))
    #expect(try found([1, 1, 1], unknown: 4).flags.contains(.unknownAuthors))
    // Half of the texts are copies.
    let copies = people(6) { $0.text = Int32($1 / 2) }
    #expect(try #require(agenda(copies).topics.first).flags.contains(.copies))
    // No opinion of these has a date, in a collection that has dates.
    #expect(try found([1, 1, 1, 1, 1]).flags.contains(.undated))
    let dated = people(5) { opinion, _ in opinion.day = 19_000 }
    #expect(try #require(agenda(dated).topics.first).flags == [])
  }
}
