extension Array where Element: Equatable {
  /// Leaves one of equal neighbours: of a sorted array, the distinct elements. O(count), in place.
  mutating func removeRepeats() {
    var kept = 0
    for i in indices where i == 0 || self[i] != self[i - 1] {
      self[kept] = self[i]
      kept += 1
    }
    removeSubrange(kept...)
  }
}
