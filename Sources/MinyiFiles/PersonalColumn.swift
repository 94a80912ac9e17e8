import MinyiModel

/// Columns that say who somebody is, beside the one that is read as the author.
public enum PersonalColumn {
  /// True for a header that names people, or how to reach or to find them: 联系人, 身份证号, 家庭住址, and all names of the
  /// author's column. O(characters).
  public static func isNamed(_ header: String) -> Bool {
    if HeaderNames.field(of: header) == .author { return true }
    let key = HeaderNames.normalized(header)
    if names.contains(key) { return true }
    guard key.last == ")", let bracket = key.lastIndex(of: "("), bracket > key.startIndex else {
      return false
    }
    return names.contains(String(key[..<bracket]))
  }

  /// The column that the author's own words go to where personal data is kept; the author's column has a hash.
  public static let authorAsWritten = "用户原文"

  private static let names = Set(
    """
    name fullname realname real_name contact contact_name phone phone_number tel telephone mobile cell email e-mail mail
    home_address idcard id_card id_number wechat weixin qq openid open_id ip ip_address
    真实姓名 名字 联系人 联系人姓名 联系方式 联系人电话 联系人手机 联系人手机号 联系手机 联系号码 手机 固定电话 固话 座机 家庭电话
    电话号码 来电人姓名 来电人电话 来电人联系方式 反映人姓名 反映人电话 反映人联系方式 诉求人姓名 诉求人电话 诉求人联系方式 投诉人姓名
    投诉人电话 投诉人联系方式 来信人姓名 来信人电话 留言人姓名 留言人电话 用户姓名 用户电话 用户手机 用户手机号 市民姓名 市民电话
    群众电话 群众联系方式 举报人 举报人姓名 举报人电话 申请人 申请人姓名 申请人电话 当事人 当事人姓名 当事人电话 信访人 信访人姓名
    信访人电话 身份证 身份证号 身份证号码 身份证件号码 证件号 证件号码 公民身份号码 护照号 微信 微信号 微信昵称 qq号 qq号码 邮箱
    电子邮箱 电子邮件 邮件地址 住址 家庭住址 家庭地址 居住地址 现住址 户籍地址 通讯地址 通信地址 联系地址 详细住址 车牌 车牌号
    车牌号码 银行卡号 银行账号 出生日期 出生年月 生日 用户原文
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
