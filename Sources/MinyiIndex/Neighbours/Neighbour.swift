/// A group near another one.
package struct Neighbour: Sendable, Equatable {
  /// The group's name, its smallest document.
  package var name: Int32
  /// The mean cosine between the two groups.
  package var similarity: Double
}
