import Foundation

/// The opinion files that the arguments of a command stand for.
public enum InputFiles {
  /// The ends of names of files that a folder is searched for.
  private static let suffixes: Set<String> = [
    "csv", "tsv", "tab", "txt", "jsonl", "ndjson", "json", "xlsx", "xlsm",
  ]
  private static let fileLimit = 100_000

  /// Every argument in its order: a folder stands for the opinion files in it and in the folders within, a pattern with
  /// `*`, `?` or `[` for the files that match, each by name; anything else for itself (`-`: standard input). A file that
  /// is named twice comes once.
  ///
  /// Throws where a folder or a pattern gives nothing.
  public static func expand(_ arguments: [String]) throws -> [String] {
    var files: [String] = []
    var seen: Set<String> = []
    for argument in arguments {
      for file in try expand(argument) where seen.insert(file).inserted { files.append(file) }
    }
    return files
  }

  private static func expand(_ argument: String) throws -> [String] {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder) {
      guard isFolder.boolValue else { return [argument] }
      let files = filesBelow(argument)
      if files.isEmpty {
        throw MinyiError(
          "文件夹里没有意见文件（\(suffixes.sorted().joined(separator: "、"))）：\(argument)（no opinion files in this folder）",
          exitCode: 66)
      }
      return files
    }
    guard argument != "-", argument.contains(where: { "*?[".contains($0) }) else { return [argument] }
    let files = matches(of: argument)
    if files.isEmpty {
      throw MinyiError("没有文件与 \(argument) 相符（no file matches）", exitCode: 66)
    }
    return files.filter { !isLockFile($0) }
  }

  private static func filesBelow(_ folder: String) -> [String] {
    guard let names = FileManager.default.enumerator(atPath: folder) else { return [] }
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    var files: [String] = []
    while let name = names.nextObject() as? String, files.count < fileLimit {
      if isOpinionFile(name) { files.append(base + name) }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// True for a name that an opinion file may have: not hidden, nor that of a lock.
  public static func isOpinionFile(_ name: String) -> Bool {
    if name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) || isLockFile(name) { return false }
    let suffix = name.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased() ?? ""
    return suffixes.contains(suffix)
  }

  /// `~$意见.xlsx` stands beside a workbook while it is open.
  private static func isLockFile(_ path: String) -> Bool {
    path.split(separator: "/").last?.hasPrefix("~$") == true
  }

  private static func matches(of pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, GLOB_NOSORT, nil, &found) == 0, let paths = found.gl_pathv else { return [] }
    let all = (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
    return all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
