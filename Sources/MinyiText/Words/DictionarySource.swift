import MinyiModel
import CICU

/// The installed ICU as a source of words and of character properties.
struct DictionarySource {
  private let dictionary: ICUWordDictionary?
  private let openingProblem: TextError?

  init() {
    do throws(TextError) {
      dictionary = try ICUWordDictionary()
      openingProblem = nil
    } catch {
      dictionary = nil
      openingProblem = error
    }
  }

  /// Tells this ICU with a lexicon, and the way they are compiled, from any other.
  func key(lexiconFingerprint: UInt64) -> UInt64 {
    let checksum = dictionary?.checksum ?? 0
    let text =
      "\(DictionaryCompiler.version) \(ICUVersion.icu) \(ICUVersion.unicode) \(checksum) \(lexiconFingerprint)"
    return Array(text.utf8).withUnsafeBytes(Checksum.of)
  }

  /// The boundary class of every unit: all hard, and so ICU's to decide, when ICU has no data for them.
  func boundaryClasses() -> [UInt8] {
    var classes = [UInt8](repeating: UInt8(CICU_BOUNDARY_HARD), count: UnitTable.count)
    var status: Int32 = 0
    cicu_fill_boundary_classes(&classes, &status)
    return classes
  }

  func characterClasses() -> [UInt8] {
    var classes = [UInt8](repeating: 0, count: UnitTable.count)
    cicu_fill_character_classes(&classes)
    return classes
  }

  /// ICU's words of Han characters, or why they cannot be read.
  func words(boundaries: [UInt8]) -> Result<WordList, TextError> {
    guard let openingProblem else {
      do throws(TextError) {
        return .success(
          try dictionary?.hanWords { boundaries[Int($0)] == UInt8(CICU_BOUNDARY_HAN) } ?? WordList())
      } catch {
        return .failure(error)
      }
    }
    return .failure(openingProblem)
  }
}
