/// A binary max-heap of groups by bound; of equal bounds the smaller group comes first.
package struct BoundHeap {
  package struct Entry {
    package var bound: Double
    package var group: Int32

    package init(bound: Double, group: Int32) {
      self.bound = bound
      self.group = group
    }

    func precedes(_ other: Entry) -> Bool {
      bound != other.bound ? bound > other.bound : group < other.group
    }
  }

  private var entries: [Entry] = []

  package init() {}

  package mutating func push(_ entry: Entry) {
    entries.append(entry)
    var i = entries.count - 1
    while i > 0, entries[i].precedes(entries[(i - 1) / 2]) {
      entries.swapAt(i, (i - 1) / 2)
      i = (i - 1) / 2
    }
  }

  package mutating func pop() -> Entry? {
    guard let top = entries.first else { return nil }
    let last = entries.removeLast()
    guard !entries.isEmpty else { return top }
    entries[0] = last
    var i = 0
    while true {
      var first = i
      for child in [2 * i + 1, 2 * i + 2]
      where child < entries.count && entries[child].precedes(entries[first]) {
        first = child
      }
      if first == i { return top }
      entries.swapAt(i, first)
      i = first
    }
  }
}
