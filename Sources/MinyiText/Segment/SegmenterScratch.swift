/// A token in the making: its bounds and the unit-table entry of its first unit, the kind being the token's.
struct Piece {
  var start: Int32
  var end: Int32
  var entry: UInt32

  init(start: Int, end: Int, entry: UInt32) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.entry = entry
  }

  var length: Int { Int(end &- start) }
  var range: Range<Int> { Int(start)..<Int(end) }
}

/// The working memory of a segmenter, as large as the longest text that it has seen.
struct SegmenterScratch: ~Copyable {
  /// Room for one text. Every pointer holds `capacity` elements, `paths` one more.
  struct Room {
    /// Of a run of Han characters, the unit-table entries.
    let entries: UnsafeMutablePointer<UInt32>
    /// Of a run, the least cost up to each position (high half) and where its last word begins (low half).
    let paths: UnsafeMutablePointer<UInt64>
    /// Of a run, the first two nodes of the words at each position: twice as many elements.
    let nodes: UnsafeMutablePointer<UInt64>
    /// Of a run that ICU cuts, the ends.
    let ends: UnsafeMutablePointer<Int32>
    /// Of the text, the pieces.
    let pieces: UnsafeMutablePointer<Piece>
  }

  private var capacity = 0
  private var room = Room(
    entries: .allocate(capacity: 0), paths: .allocate(capacity: 0), nodes: .allocate(capacity: 0),
    ends: .allocate(capacity: 0), pieces: .allocate(capacity: 0))

  deinit { release() }

  /// Room for a text of `count` units, until the next call.
  mutating func room(for count: Int) -> Room {
    if count > capacity {
      release()
      capacity = max(count, capacity * 3 / 2)
      room = Room(
        entries: .allocate(capacity: capacity), paths: .allocate(capacity: capacity + 1),
        nodes: .allocate(capacity: capacity * 2), ends: .allocate(capacity: capacity),
        pieces: .allocate(capacity: capacity))
    }
    return room
  }

  private func release() {
    room.entries.deallocate()
    room.paths.deallocate()
    room.nodes.deallocate()
    room.ends.deallocate()
    room.pieces.deallocate()
  }
}
