import Minyi

/// What cuts texts into words on this machine, and from where, for `minyi --version -v`.
struct EngineView {
  let text: String

  init(dictionaries: Dictionaries) throws {
    let dictionary = try dictionaries.lexicon.compiled()
    var lines = ["词典 dictionaries: \(dictionaries.path ?? "none")"]
    if let problem = dictionary.problem {
      lines.append("分词引擎 engine: icu — \(problem)")
    } else {
      lines.append("分词引擎 engine: compiled（ICU 词典与词库编译而成 ICU's dictionary and the lexicon, compiled）")
    }
    let cache = CacheFolder.standard.path ?? "none"
    switch dictionary.origin {
    case .cache: lines.append("缓存 cache: \(cache)")
    case .compiled(isKept: true): lines.append("缓存 cache: \(cache)（刚建立 just made）")
    case .compiled(isKept: false):
      lines.append("缓存 cache: 无法写入，每次重新编译 not writable, compiled at every start: \(cache)")
    }
    if let problem = Cleaner().problem { lines.append(problem) }
    text = lines.joined(separator: "\n") + "\n"
  }
}
