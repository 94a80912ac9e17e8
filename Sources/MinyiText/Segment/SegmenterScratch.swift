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
  /// Room for one text. Every pointer holds `capacity` elements, the first three `WordLattice.margin` more.
  struct Room {
    /// Of the text, the unit-table entries.
    let entries: UnsafeMutablePointer<UInt32>
    /// Of the text, the codes of its Han characters, 0 for the others.
    let codes: UnsafeMutablePointer<UInt16>
    /// Of the text, what `WordLattice` finds.
    let paths: UnsafeMutablePointer<UInt64>
    /// Of a run that ICU cuts, the ends.
    let ends: UnsafeMutablePointer<Int32>
    /// Of the text, the pieces.
    let pieces: UnsafeMutablePointer<Piece>
  }

  private var capacity = 0
  private var room = Room(
    entries: .allocate(capacity: 0), codes: .allocate(capacity: 0), paths: .allocate(capacity: 0),
    ends: .allocate(capacity: 0), pieces: .allocate(capacity: 0))

  deinit { release() }

  /// Room for a text of `count` units, until the next call.
  mutating func room(for count: Int) -> Room {
    if count > capacity {
      release()
      capacity = max(count, capacity * 3 / 2)
      let more = capacity + WordLattice.margin
      room = Room(
        entries: .allocate(capacity: more), codes: .allocate(capacity: more),
        paths: .allocate(capacity: more),
        ends: .allocate(capacity: capacity), pieces: .allocate(capacity: capacity))
    }
    return room
  }

  private func release() {
    room.entries.deallocate()
    room.codes.deallocate()
    room.paths.deallocate()
    room.ends.deallocate()
    room.pieces.deallocate()
  }
}
