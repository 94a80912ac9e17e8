public import MinyiAgenda

/// What the files that leave Minyi say about the people in them.
public enum PersonalDataNote: String, Sendable, Codable {
  /// Tags and keyed hashes in place of personal data; personal data as it was written.
  case masked, kept

  /// `kept` once anything was imported into `workspace` with its personal data. Throws a `StoreError`.
  public init(of workspace: Workspace) throws {
    self = try workspace.keepsPersonalData() ? .kept : .masked
  }

  /// A sentence for whoever gets the file.
  public var wording: Wording {
    switch self {
    case .masked:
      Wording(
        "手机号、身份证号等已换成〔手机〕这样的标签；用户是带密钥的哈希（匿名…），没有工作区就不能还原为本人。含群众原话，请按内部资料管理。",
        "Phones, identity cards and the like are replaced by tags such as 〔手机〕; users are keyed hashes (匿名…) that do "
          + "not lead back to a person without the workspace. Holds residents' own words: keep it inside.")
    case .kept:
      Wording(
        "含个人信息：导入时用了 --keep-personal-data，姓名、电话、身份证号等按原样保留。只限有权知悉的人使用，不得外传。",
        "Holds personal data: it was imported with --keep-personal-data, so names, phones and identity numbers stand as "
          + "they were written. For those only who are entitled to know; do not pass it on.")
    }
  }
}
