/// What Minyi hides of a person before it keeps a text.
public enum PersonalDataKind: String, CaseIterable, Sendable, Hashable {
  /// As `PersonalDataMasker` finds them; `account` is one of 微信, QQ and the like.
  case mobile, phone, idCard, bankCard, email, plate, account

  /// What stands in the text in place of the data: 〔手机〕.
  public var tag: String {
    switch self {
    case .mobile: "〔手机〕"
    case .phone: "〔电话〕"
    case .idCard: "〔身份证〕"
    case .bankCard: "〔银行卡〕"
    case .email: "〔邮箱〕"
    case .plate: "〔车牌〕"
    case .account: "〔账号〕"
    }
  }
}
