/// One measure of how much a concern deserves the table. Its curve to [0, 1] is fixed, so that the scores of two
/// months compare.
public protocol Criterion: Sendable {
  /// The key in profiles and JSON.
  var name: CriterionName { get }
  /// Why the collection does not allow this criterion, or nil.
  func obstacle(in collection: CollectionFacts) -> Wording?
  /// The measure of one topic. More people, everything else equal, never lowers `value`.
  func measure(_ topic: TopicFacts, in collection: CollectionFacts) -> Measure
  /// The raw value at which a topic measured as `measure` would have `value`, everything else unchanged; nil where
  /// no one number says it.
  func raw(at value: Double, from measure: Measure) -> Double?
}

extension Criterion {
  func raw(at value: Double, from measure: Measure) -> Double? { nil }
}
