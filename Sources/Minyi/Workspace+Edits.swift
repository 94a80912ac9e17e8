import Foundation
public import MinyiModel
public import MinyiStore

extension Workspace {
  /// Characters of a label that an analyst gives, at most.
  public static let longestLabel = 40

  /// What analysts changed, in their order.
  public func edits() throws -> [ConcernEdit] { try store.edits() }

  /// What became of a concern from run to run, the oldest change first.
  public func changes(of concern: ConcernID) throws -> [(run: Int, change: ConcernChange)] {
    try store.changes(of: concern)
  }

  /// Gives a concern another label, which it keeps in later runs.
  public func label(_ concern: ConcernID, _ label: String) throws {
    try check(concern)
    let label = label.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !label.isEmpty, label.count <= Workspace.longestLabel, !label.contains(where: \.isNewline) else {
      throw MinyiError(
        "名称应为 1 至 \(Workspace.longestLabel) 个字、不换行。(a label has 1 to \(Workspace.longestLabel) characters on one line)",
        exitCode: 64)
    }
    try store.keep([.label(concern, label)])
  }

  /// Takes a concern off the agenda, or puts it back.
  public func hide(_ concern: ConcernID, _ isHidden: Bool = true) throws {
    try check(concern)
    try store.keep([isHidden ? .hide(concern) : .unhide(concern)])
  }

  /// Puts all opinions of `others` into `concern`.
  public func merge(_ others: [ConcernID], into concern: ConcernID) throws {
    for id in [concern] + others { try check(id) }
    guard !others.contains(concern) else {
      throw MinyiError("不能把诉求点并入它自己。(a concern cannot go into itself)", exitCode: 64)
    }
    try store.keep(others.map { .merge(concern, $0) })
  }

  /// Takes opinions out of a concern and makes a new one of them, the number of which is returned.
  ///
  /// Opinions with the same text go along.
  public func split(_ concern: ConcernID, _ keys: [String], label: String? = nil) throws -> ConcernID {
    let detail = try self.concern(concern)
    let members = Set(detail.members.map(\.opinion.key))
    for key in keys where !members.contains(key) {
      throw MinyiError(
        "意见 \(key) 不在诉求点 \(concern.rawValue) 里，未作改动。(opinion \(key) is not in the concern; nothing was changed)",
        exitCode: 64)
    }
    guard !keys.isEmpty else {
      throw MinyiError("请列出要分出的意见编号。(name the opinions to take out)", exitCode: 64)
    }
    let part = ConcernID(rawValue: try store.highestConcern() + 1)
    try store.keep([.split(concern, into: part, keys: keys)])
    if let label { try self.label(part, label) }
    return part
  }

  /// Takes the last change back and returns it; nil if there was none.
  public func undoEdit() throws -> ConcernEdit? { try store.removeLastEdit() }

  private func check(_ concern: ConcernID) throws {
    guard try results().concerns.contains(where: { $0.id == concern }) else {
      throw MinyiError.unknownConcern("\(concern.rawValue)")
    }
  }
}
