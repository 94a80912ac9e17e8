import CZip

/// Writes a zip file of texts, as office documents are: whole, packed, without a time, so that the same texts give the same
/// bytes.
public enum ZipWriter {
  /// Writes `entries` to `path` in their order, over what is there.
  public static func write(_ entries: [(name: String, text: String)], to path: String) throws(FileError) {
    let contents = entries.map { Array($0.text.utf8) }
    var message = [CChar](repeating: 0, count: 256)
    let names = entries.map { Array($0.name.utf8CString) }
    // One block of names and one of contents, so that every pointer is good for the call.
    let nameBlock = names.flatMap { $0 }
    let contentBlock = contents.flatMap { $0 }
    let isWritten = nameBlock.withUnsafeBufferPointer { nameBlock in
      contentBlock.withUnsafeBufferPointer { contentBlock in
        var (nameStart, contentStart) = (0, 0)
        var namePointers: [UnsafePointer<CChar>?] = []
        var contentPointers: [UnsafePointer<UInt8>?] = []
        for (name, content) in zip(names, contents) {
          namePointers.append(nameBlock.baseAddress.map { $0 + nameStart })
          contentPointers.append(contentBlock.baseAddress.map { $0 + contentStart })
          nameStart += name.count
          contentStart += content.count
        }
        return czip_write(
          path, namePointers, contentPointers, contents.map(\.count), entries.count, &message, message.count)
      }
    }
    if !isWritten {
      let end = message.firstIndex(of: 0) ?? message.count
      throw .unwritable(
        path: path, reason: String(decoding: message[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
  }
}
