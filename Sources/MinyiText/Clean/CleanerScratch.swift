/// The memory that cleaning works in, owned by the caller: one for each thread, used for any number of texts.
public struct CleanerScratch: ~Copyable {
  var normalizer = Normalizer()

  /// Grows with the longest text that is cleaned.
  public init() {}
}
