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
}
