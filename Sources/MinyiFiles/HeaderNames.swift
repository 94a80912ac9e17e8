import CICU
import MinyiModel

/// Tells the field of a column from its name.
enum HeaderNames {
  /// The field that a column of this name is, or nil. A trailing remark in brackets, "点赞数（个）", does not matter.
  static func field(of name: String) -> OpinionField? {
    // A file without a header has an opinion here, perhaps a long one.
    if name.utf8.count > 200 { return nil }
    let key = normalized(name)
    if let field = fields[key] { return field }
    guard key.last == ")", let bracket = key.lastIndex(of: "("), bracket > key.startIndex else { return nil }
    return fields[String(key[..<bracket])]
  }

  /// True for a column that numbers the rows of its file.
  static func isRowNumber(_ name: String) -> Bool { ["序号", "no.", "no"].contains(normalized(name)) }

  /// The name after NFKC, in lower case and simplified characters, without white space, and without `*` and `:` at its
  /// ends.
  static func normalized(_ name: String) -> String {
    let kept = nfkc(name).lowercased().unicodeScalars.filter {
      !$0.properties.isWhitespace && $0 != "\u{FEFF}" && $0 != "\u{200B}"
    }
    var key = Substring(String(String.UnicodeScalarView(kept)))
    while let last = key.last, last == "*" || last == ":" { key.removeLast() }
    while let first = key.first, first == "*" || first == ":" { key.removeFirst() }
    if key.utf8.allSatisfy({ $0 < 0x80 }) { return String(key) }
    return String(String.UnicodeScalarView(key.unicodeScalars.map { simplified[$0] ?? $0 }))
  }

  private static func nfkc(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    let units = Array(text.utf16)
    var result = [UInt16](repeating: 0, count: 4 * units.count + 32)
    var status: Int32 = 0
    let count = cicu_nfkc(units, Int32(units.count), &result, Int32(result.count), &status)
    guard status <= 0, count <= result.count else { return text }
    return String(decoding: result[..<Int(count)], as: UTF16.self)
  }

  /// The traditional forms of the characters that the names below have.
  private static let simplified = Dictionary(
    zip(
      "佈來內創劃區問單寫對屬復戶數時標機況發眾碼稱細結網編縣繫聯與處號見記訴評話詳論議贊辦鄉鎮間電項題饋體點覆讚".unicodeScalars,
      "布来内创划区问单写对属复户数时标机况发众码称细结网编县系联与处号见记诉评话详论议赞办乡镇间电项题馈体点复赞".unicodeScalars),
    uniquingKeysWith: { first, _ in first })

  private static let fields: [String: OpinionField] = {
    var fields: [String: OpinionField] = [:]
    for (field, names) in names {
      for name in names.split(whereSeparator: \.isWhitespace) { fields[String(name)] = field }
    }
    return fields
  }()

  /// The names of the table in DESIGN section 5, and others met in files of 12345 lines and message boards.
  private static let names: [(OpinionField, String)] = [
    (
      .id,
      """
      id key no. 编号 留言编号 序号 工单号 工单编号 诉求编号 信件编号 来信编号 留言id 意见编号 事项编号 受理编号 流水号
      """
    ),
    (
      .title,
      """
      title subject headline 标题 主题 留言主题 诉求标题 留言标题 来信标题 信件标题 工单标题 诉求主题 事项标题 来信主题 意见标题 题目
      """
    ),
    (
      .body,
      """
      body text content message opinion comment 内容 正文 留言详情 诉求内容 意见内容 意见建议 诉求 留言 来信内容 反映内容 意见 建议
      工单内容 问题描述 反馈内容 留言内容 信件内容 诉求描述 事项内容 具体内容 详细内容 主要内容 投诉内容 建议内容 评论内容 评论
      诉求详情 问题内容 事件描述 描述 留言正文 民意内容 意见和建议 意见与建议 意见或建议 文本
      """
    ),
    (
      .time,
      """
      time date datetime created_at createdat created timestamp 时间 日期 留言时间 提交时间 受理时间 发布时间 来电时间 登记时间 创建时间
      留言日期 提交日期 受理日期 发布日期 来电日期 登记日期 创建日期 来信时间 来信日期 反映时间 诉求时间 投诉时间 发表时间 评论时间 填写时间
      """
    ),
    (
      .author,
      """
      author user username user_id userid 用户 留言用户 姓名 来电人 联系电话 留言人 作者 用户名 用户id 反映人 诉求人 投诉人 来信人 提交人 昵称
      网友 来电号码 电话 手机号 手机号码 群众姓名 发布人 评论人
      """
    ),
    (
      .place,
      """
      place area region district location 地区 区域 区县 镇街 乡镇 街道 社区 村 所属区域 乡镇街道 所在镇街 事发地 所在地区 所属地区 所属区县
      所在区县 所属镇街 所属街道 所属社区 镇街道 镇(街道) 乡镇(街道) 县区 县(市、区) 市县 村社区 村(社区) 村居 事发地点 事发地址 诉求地点
      问题地点 行政区划 属地 地点 地址
      """
    ),
    (.channel, "channel source 渠道 来源 来源渠道 受理渠道 诉求渠道 反映渠道 诉求来源 信息来源 留言渠道 平台 来源平台"),
    (.likes, "likes like_count likecount upvotes 点赞 点赞数 赞 赞成数 支持 支持数 点赞量 赞同数"),
    (.dislikes, "dislikes dislike_count dislikecount downvotes 反对 反对数 踩 踩数"),
    (
      .reply,
      """
      reply response answer 答复意见 答复内容 回复 回复内容 办理结果 答复 回复意见 处理结果 办理情况 处理意见 办理意见 官方回复 处理情况
      """
    ),
    (
      .repliedAt,
      """
      replied_at repliedat reply_time replytime reply_date 答复时间 办结时间 回复时间 答复日期 回复日期 办结日期 办理时间 处理时间
      """
    ),
  ]
}
