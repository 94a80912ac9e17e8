import Foundation
import Minyi

/// Checks an exported file against the manifest beside it, and against the workspace that it came from.
struct ExportVerifier {
  /// nil: only the file is looked at.
  let workspace: Workspace?
  /// For what is exported once more; removed by the caller.
  let folder: String
  let exportsAgain: Bool

  /// - Parameter path: of the file, or of its manifest.
  func checks(ofFile path: String) throws -> [VerificationCheck] {
    let manifest = try ExportManifest(path: ExportManifest.path(ofFile: path))
    var checks = [try file(ExportManifest.filePath(ofManifest: path), manifest)]
    guard let workspace else {
      let reason = Wording("没有指定工作区", "no workspace named")
      return checks + [.init(.source, .skipped, reason), .init(.export, .skipped, reason)]
    }
    let source = try source(manifest, workspace)
    checks.append(source)
    if source.outcome == .failed {
      checks.append(.init(.export, .skipped, Wording("工作区已不同", "the workspace is another")))
    } else {
      checks.append(try again(manifest, workspace))
    }
    return checks
  }

  private func file(_ path: String, _ manifest: ExportManifest) throws -> VerificationCheck {
    let (byteCount, hash) = try ExportManifest.content(ofFile: path)
    if byteCount == manifest.byteCount, hash.description == manifest.fileHash {
      return .init(.file, .passed, Wording("\(byteCount) 字节，与清单相符", "\(byteCount) bytes, as in the manifest"))
    }
    return .init(
      .file, .failed,
      Wording(
        "导出之后被改动过：清单为 \(manifest.byteCount) 字节 \(manifest.fileHash)，现为 \(byteCount) 字节 \(hash)",
        "changed since it was exported: the manifest has \(manifest.byteCount) bytes \(manifest.fileHash), found "
          + "\(byteCount) bytes \(hash)"))
  }

  private func source(_ manifest: ExportManifest, _ workspace: Workspace) throws -> VerificationCheck {
    if try workspace.inputHash().description != manifest.inputHash {
      let count = try workspace.opinionCount()
      return .init(
        .source, .failed,
        Wording(
          "导出时有 \(manifest.opinions) 条意见，工作区现有 \(count) 条，不是同一批",
          "exported of \(manifest.opinions) opinions, the workspace has \(count), not the same"))
    }
    if let run = manifest.run, try workspace.lastRun()?.resultHash != run.resultHash {
      return .init(
        .source, .failed, Wording("工作区在导出之后重新归并，结果不同", "mined again since, with another result"))
    }
    return .init(
      .source, .passed, Wording("意见和结果与导出时相同", "opinions and results are those that were exported"))
  }

  private func again(_ manifest: ExportManifest, _ workspace: Workspace) throws -> VerificationCheck {
    guard exportsAgain else { return .init(.export, .skipped, Wording("没有要求", "not asked for")) }
    let path = URL(fileURLWithPath: folder).appendingPathComponent("export").path
    _ = try Exporter(manifest.export, of: workspace).write(to: path)
    let (_, hash) = try ExportManifest.content(ofFile: path)
    try FileManager.default.removeItem(atPath: path)
    return hash.description == manifest.fileHash
      ? .init(.export, .passed, Wording("重新导出，逐字节相同", "exported again with the same bytes"))
      : .init(
        .export, .failed,
        Wording(
          "重新导出，内容不同（程序、词典或评分方案可能已更换）",
          "exported again with other bytes (program, dictionaries or profile may have changed)"))
  }
}
