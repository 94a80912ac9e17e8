import MinyiIndex
import MinyiModel
import Testing

struct BoundHeapTests {
  @Test func entriesComeOutAsASortWouldPutThem() {
    var random = SplitMix64(seed: 1)
    for round in 0..<300 {
      // Few distinct bounds, so that the group decides often; pushes and pops by turns.
      var heap = BoundHeap()
      var kept: [(bound: Double, group: Int32)] = []
      for _ in 0..<random.next(below: 80) {
        if random.next(below: 3) < 2 {
          let entry = (bound: Double(random.next(below: 6)) / 5, group: Int32(random.next(below: 30)))
          heap.push(BoundHeap.Entry(bound: entry.bound, group: entry.group))
          kept.append(entry)
        } else {
          kept.sort { ($1.bound, $0.group) < ($0.bound, $1.group) }
          let expected = kept.isEmpty ? nil : kept.removeFirst()
          let found = heap.pop()
          #expect(found?.bound == expected?.bound && found?.group == expected?.group, "round \(round)")
        }
      }
      kept.sort { ($1.bound, $0.group) < ($0.bound, $1.group) }
      for expected in kept {
        let found = heap.pop()
        #expect(found?.bound == expected.bound && found?.group == expected.group, "round \(round)")
      }
      #expect(heap.pop() == nil)
    }
  }
}
