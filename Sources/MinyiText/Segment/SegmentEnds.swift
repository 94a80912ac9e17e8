/// Working memory for the ends of the pieces of a run.
struct SegmentEnds: ~Copyable {
  private var capacity = 0
  private var ends = UnsafeMutablePointer<Int32>.allocate(capacity: 0)

  deinit { ends.deallocate() }

  /// Room for `count` ends, until the next call.
  mutating func room(for count: Int) -> UnsafeMutablePointer<Int32> {
    if count > capacity {
      ends.deallocate()
      capacity = max(count, capacity * 2)
      ends = .allocate(capacity: capacity)
    }
    return ends
  }
}
