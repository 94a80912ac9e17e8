/// What cuts texts for the search index. The store does not know texts; whoever opens it says how they are cut.
public protocol SearchTokenizer: AnyObject, SendableMetatype {
  /// A tokenizer for one connection: used by one thread at a time.
  init()

  /// Changes with anything that changes the tokens of a text. An index with other tokens is made anew.
  static var version: String { get }

  /// Calls `body` with every token of the UTF-8 `text` until it returns something else than 0, which is returned.
  ///
  /// - Parameter isQuery: the text is looked for, not looked at.
  func forEachToken(
    of text: UnsafeBufferPointer<UInt8>, isQuery: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Int32
  ) -> Int32
}
