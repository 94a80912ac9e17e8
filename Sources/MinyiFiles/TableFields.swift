/// A row of a table, whatever file it comes from.
protocol TableFields {
  var fieldCount: Int { get }
  /// Of all fields together.
  var byteCount: Int { get }
  /// UTF-8, valid until the next row is read.
  func field(_ index: Int) -> UnsafeBufferPointer<UInt8>
}
