#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The name of an element, compared without making a string of it. Valid during the call it comes with.
struct XMLName {
  let characters: UnsafePointer<CChar>

  @inline(__always)
  static func == (name: XMLName, literal: StaticString) -> Bool {
    strcmp(name.characters, UnsafeRawPointer(literal.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }
}
