/// ICU's dictionary and a lexicon, compiled for segmenting: a unit table and a double array in one piece.
///
/// Immutable and shared by threads. With a cache, only the first program that needs a lexicon compiles it,
/// which takes about half a second; the others map the result.
public final class CompiledDictionary: Sendable {
  /// Where a compiled dictionary came from.
  public enum Origin: Sendable, Hashable {
    /// Mapped from the cache.
    case cache
    /// Compiled by this program; whether it could be kept for the next.
    case compiled(isKept: Bool)
  }

  /// How this program came by it; the words are the same either way.
  public let origin: Origin
  /// Why ICU's dictionary could not be read, or nil. Then ICU's own iterator cuts.
  public let problem: TextError?
  /// False: nothing is added to ICU's boundaries.
  let hasLexicon: Bool
  let units: UnitTable
  let words: DoubleArray
  /// The words of the lexicon alone; there are cells only if there is one.
  let lexiconWords: DoubleArray
  private let image: CacheImage

  private static let cacheKind = "words"

  /// The dictionary for the lexicon with `fingerprint`, which `lexicon` gives if it must be compiled.
  ///
  /// - Parameters:
  ///   - fingerprint: another for every other lexicon, as of the bytes of its files.
  ///   - cache: where compiled dictionaries are kept.
  public convenience init(
    fingerprint: UInt64, cache: CacheFolder = .standard, lexicon: () throws -> Lexicon
  ) rethrows {
    let source = DictionarySource()
    let key = source.key(lexiconFingerprint: fingerprint)
    if let image = cache.load(kind: CompiledDictionary.cacheKind, key: key) {
      self.init(image: image, origin: .cache, problem: nil)
      return
    }
    let compiler = DictionaryCompiler(source: source, lexicon: try lexicon(), cache: cache)
    let image = compiler.image(characterClasses: source.characterClasses(), key: key)
    // A dictionary without ICU's words is not kept: it would serve on after ICU is mended.
    let isKept = compiler.problem == nil && cache.store(image, kind: CompiledDictionary.cacheKind, key: key)
    self.init(image: image, origin: .compiled(isKept: isKept), problem: compiler.problem)
  }

  /// The dictionary with `lexicon`, compiled anew.
  public convenience init(_ lexicon: Lexicon, cache: CacheFolder = .standard) {
    let source = DictionarySource()
    let compiler = DictionaryCompiler(source: source, lexicon: lexicon, cache: cache)
    let image = compiler.image(characterClasses: source.characterClasses(), key: 0)
    self.init(image: image, origin: .compiled(isKept: false), problem: compiler.problem)
  }

  /// ICU's words alone, from the cache if it has them.
  public static func icu(cache: CacheFolder = .standard) -> CompiledDictionary {
    CompiledDictionary(fingerprint: 0, cache: cache) { .empty }
  }

  private init(image: CacheImage, origin: Origin, problem: TextError?) {
    self.image = image
    self.origin = origin
    self.problem = problem
    let layout = DictionaryLayout(image)
    hasLexicon = layout.hasLexicon
    units = layout.units
    words = layout.words
    lexiconWords = layout.lexiconWords
  }
}
