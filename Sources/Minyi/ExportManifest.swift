import Foundation
public import MinyiModel
public import MinyiStore

/// What stands beside an exported file as `FILE.manifest.json`: what the file holds, of which opinions and of which run,
/// and how to tell whether it is still the same.
public struct ExportManifest: Codable, Sendable, Equatable {
  /// The version of this form.
  public var schema = 1
  /// The file's name, without folders.
  public var file: String
  /// The size of the file.
  public var byteCount: Int
  /// `ContentHash` of its bytes.
  public var fileHash: String
  /// What was exported, and how.
  public var export: ExportSettings
  /// Whether the opinions' personal data is masked.
  public var personalData: PersonalDataNote
  /// Opinions of the workspace when the file was written, exported or not.
  public var opinions: Int
  /// `WorkspaceStore.inputHash()` when the file was written.
  public var inputHash: String
  /// The files that the opinions came from, with the fates of their rows.
  public var imports: [ImportRecord]
  /// The run whose results were exported; nil before the first, and for opinions alone.
  public var run: RunManifest?
  /// Of the program that wrote the file.
  public var versions = RunVersions()

  /// The manifest of the file at `path`, just written from `workspace` with `export`.
  public init(ofFile path: String, _ export: ExportSettings, of workspace: Workspace) throws {
    let content = try ExportManifest.content(ofFile: path)
    file = URL(fileURLWithPath: path).lastPathComponent
    byteCount = content.byteCount
    fileHash = content.hash.description
    self.export = export
    personalData = try PersonalDataNote(of: workspace)
    opinions = try workspace.opinionCount()
    inputHash = try workspace.store.inputHash().description
    imports = try workspace.imports()
    run = export.content == .opinions ? nil : try workspace.store.lastRun().map(RunManifest.init)
  }

  /// Where the manifest of the file at `path` stands; `path` itself if that is a manifest.
  public static func path(ofFile path: String) -> String {
    path.hasSuffix(suffix) ? path : path + suffix
  }

  /// The file that the manifest at `path` stands beside.
  public static func filePath(ofManifest path: String) -> String {
    path.hasSuffix(suffix) ? String(path.dropLast(suffix.count)) : path
  }

  private static let suffix = ".manifest.json"

  /// Reads the manifest at `path`.
  public init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw MinyiError(
        "找不到导出文件的清单：\(path)。它应与导出的文件放在一起。(no manifest beside the exported file)", exitCode: 66)
    }
    do { self = try JSONDecoder().decode(ExportManifest.self, from: data) } catch {
      throw MinyiError("\(path) 不是民意的导出清单，或已损坏。(not a manifest of Minyi: \(error))", exitCode: 65)
    }
    guard schema == 1 else {
      throw MinyiError("\(path) 由更新版本的民意写成，请升级 minyi。(a manifest of a newer Minyi)", exitCode: 65)
    }
  }

  /// Size and hash of the file at `path`. O(bytes), a piece at a time.
  public static func content(ofFile path: String) throws -> (byteCount: Int, hash: ContentHash) {
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      var hasher = ContentHasher()
      var byteCount = 0
      var rest = Data()
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        byteCount += piece.count
        rest.append(piece)
        rest.withUnsafeBytes { hasher.absorb(wordsOf: $0) }
        rest = Data(rest.suffix(rest.count % 8))
      }
      return (byteCount, rest.withUnsafeBytes { hasher.finish(tail: $0) })
    } catch {
      throw MinyiError("无法读取 \(path)：\(error.localizedDescription)（cannot read the file）", exitCode: 66)
    }
  }
}
