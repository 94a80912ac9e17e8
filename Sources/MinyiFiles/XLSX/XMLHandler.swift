/// What is called for the elements and the text of an XML part. Names come without prefix.
protocol XMLHandler: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  func end(_ name: XMLName)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// True when no more is wanted.
  var isDone: Bool { get }
}
