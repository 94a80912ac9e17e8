/// Writes arrays of plain values one after the other, each behind the number of its bytes.
///
/// For data that the same machine reads again: the values lie there as in memory.
package struct ArrayWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func append<Value: BitwiseCopyable>(_ values: [Value]) {
    values.withUnsafeBytes { source in
      withUnsafeBytes(of: UInt64(source.count)) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: source)
    }
  }

  /// Ends with a checksum of all that stands before.
  package mutating func appendChecksum() {
    let checksum = bytes.withUnsafeBytes { Checksum.of($0) }
    withUnsafeBytes(of: checksum) { bytes.append(contentsOf: $0) }
  }
}
