/// The memory that cleaning works in, owned by the caller: one for each thread, used for any number of texts.
public struct CleanerScratch: ~Copyable {
  var normalizer = Normalizer()

  public init() {}
}
