package import MinyiModel
import Synchronization

/// What was found in texts that may come again, as campaigns and forms do: a table of bounded size. Thread-safe.
///
/// A text has four places to lie in. A new one takes the first that nobody asked for since it was filled or last passed
/// over, so that texts that come once do not drive out those that come often (the clock rule, within each four). What is
/// found depends on the text alone, so what is kept never shows in a result.
package final class TextCache<Reading: Sendable>: Sendable {
  /// What a reading depends on. The hash is of title and body with a line break between them; where it lies is part of
  /// the key, since words of a title count for more.
  package struct Key: Hashable, Sendable {
    var hash: ContentHash
    var titleCount: Int32

    package init(hash: ContentHash, titleCount: Int) {
      self.hash = hash
      self.titleCount = Int32(clamping: titleCount)
    }
  }

  /// A part of the table, made when it is first needed. By place.
  private struct Part {
    var keys: [Key?] = []
    var readings: [Reading?] = []
    var wasFound: [Bool] = []
  }

  private final class Lock: Sendable {
    let part = Mutex(Part())
  }

  private static var partCount: Int { 64 }
  private static var ways: Int { 4 }
  private let parts: [Lock]
  private let setsPerPart: Int

  /// - Parameter capacity: texts that are kept at most, rounded up to a multiple of 256.
  package init(capacity: Int = 1 << 18) {
    let least = TextCache.partCount * TextCache.ways
    setsPerPart = max(1, (capacity + least - 1) / least)
    parts = (0..<TextCache.partCount).map { _ in Lock() }
  }

  package func reading(of key: Key) -> Reading? {
    lock(of: key).part.withLock { part in
      guard !part.keys.isEmpty else { return nil }
      for place in places(of: key) where part.keys[place] == key {
        part.wasFound[place] = true
        return part.readings[place]
      }
      return nil
    }
  }

  package func keep(_ reading: Reading, of key: Key) {
    lock(of: key).part.withLock { part in
      if part.keys.isEmpty {
        let count = setsPerPart * TextCache.ways
        part.keys = [Key?](repeating: nil, count: count)
        part.readings = [Reading?](repeating: nil, count: count)
        part.wasFound = [Bool](repeating: false, count: count)
      }
      let places = places(of: key)
      // Another thread may have come first.
      if places.contains(where: { part.keys[$0] == key }) { return }
      let free =
        places.first { part.keys[$0] == nil } ?? places.first { !part.wasFound[$0] }
      if free == nil { for place in places { part.wasFound[place] = false } }
      let place = free ?? places.lowerBound
      (part.keys[place], part.readings[place]) = (key, reading)
    }
  }

  private func lock(of key: Key) -> Lock { parts[Int(key.hash.low % UInt64(TextCache.partCount))] }

  /// The four places that a text may lie in.
  private func places(of key: Key) -> Range<Int> {
    let start = Int(key.hash.high % UInt64(setsPerPart)) * TextCache.ways
    return start..<start + TextCache.ways
  }
}
