import CICU

/// Finds the runs of a text that can be cut without ICU, and those that cannot.
///
/// The rules are the part of UAX #29 that no tailoring changes: a boundary lies on both sides of a plain
/// character and of a run of Han, between which and their neighbours no rule joins; letters and digits join their
/// like; marks such as `.` join only between two of those. The rest, loose or hard, is left to ICU.
struct RunScanner {
  enum Form {
    /// One token of one character.
    case single
    /// One token of letters or digits.
    case word
    /// Han characters, for the dictionary.
    case han
    /// For ICU, which sees the same boundaries at both ends.
    case hard
  }

  let text: UnsafeBufferPointer<UInt16>
  /// The unit-table entries of the text, and a plain one behind them, where every run ends.
  let entries: UnsafePointer<UInt32>

  /// A run: its end, what it is, and the unit-table entry of its first unit, with its kind if it is one token.
  typealias Run = (end: Int, form: Form, entry: UInt32)

  /// The run that begins at `start`, which is a boundary.
  @inline(__always)
  func run(at start: Int) -> Run {
    let entry = entries[start]
    var end = start &+ 1
    switch Int(UnitTable.boundary(entry)) {
    case CICU_BOUNDARY_HAN:
      while boundary(end) == CICU_BOUNDARY_HAN { end &+= 1 }
      return isHard(end) ? hardRun(from: end) : (end, .han, entry)
    case CICU_BOUNDARY_PLAIN, CICU_BOUNDARY_SINGLE, CICU_BOUNDARY_MIDDLE:
      return isHard(end) ? hardRun(from: end) : (end, .single, entry)
    case CICU_BOUNDARY_SPACE:
      return boundary(end) == CICU_BOUNDARY_SPACE || isHard(end) ? hardRun(from: end) : (end, .single, entry)
    case CICU_BOUNDARY_WORD: return word(at: start, entry)
    default: return hardRun(from: end)
    }
  }

  private func word(at start: Int, _ entry: UInt32) -> Run {
    var end = start
    var kind = TokenKind.number
    while boundary(end) == CICU_BOUNDARY_WORD {
      if UnitTable.kind(entries[end]) == .letter { kind = .letter }
      end &+= 1
    }
    let mayJoin =
      boundary(end) == CICU_BOUNDARY_MIDDLE
      && (boundary(end + 1) == CICU_BOUNDARY_WORD || isForICU(end + 1))
    return mayJoin || isForICU(end) ? hardRun(from: end) : (end, .word, UnitTable.entry(entry, kind: kind))
  }

  /// To the next sure boundary after `start`: before a plain character, whatever stands before it, or before a
  /// Han character that follows nothing hard.
  private func hardRun(from start: Int) -> Run {
    var end = start
    while end < text.count {
      let next = boundary(end)
      if next == CICU_BOUNDARY_PLAIN || next == CICU_BOUNDARY_HAN && end > start && mayPrecedeHan(end - 1) {
        break
      }
      end += 1
    }
    return (end, .hard, 0)
  }

  private func mayPrecedeHan(_ i: Int) -> Bool {
    switch boundary(i) {
    case CICU_BOUNDARY_HAN: false
    case CICU_BOUNDARY_HARD:
      i > 0 && UTF16.isTrailSurrogate(text[i]) && boundary(i - 1) == CICU_BOUNDARY_LOOSE
    default: true
    }
  }

  private func isHard(_ i: Int) -> Bool { boundary(i) == CICU_BOUNDARY_HARD }

  private func isForICU(_ i: Int) -> Bool { boundary(i) >= CICU_BOUNDARY_LOOSE }

  @inline(__always)
  private func boundary(_ i: Int) -> Int { Int(UnitTable.boundary(entries[i])) }
}
