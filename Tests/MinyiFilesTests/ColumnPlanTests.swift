import MinyiFiles
import MinyiModel
import Testing

@Suite struct ColumnPlanTests {
  private static func fields(_ header: String, map: [OpinionField: String] = [:]) throws -> [OpinionField?] {
    try ReadRows("a.csv", header + "\n", options: ReadOptions(map: map)).file.columns.map(\.field)
  }

  @Test(arguments: [
    ("留言编号,留言用户,留言主题,留言时间,留言详情,反对数,点赞数", "id author title time body dislikes likes"),
    (
      "id,user,title,time,text,likes,dislikes,reply,replied_at",
      "id author title time body likes dislikes reply replied_at"
    ),
    ("工单编号,来电人,诉求标题,受理时间,诉求内容,所属区域,受理渠道", "id author title time body place channel"),
    ("序号,意见建议,答复意见,答复时间", "id body reply replied_at"),
    (" 编 号 ,*标题：,内容（必填）,ＴＩＭＥ", "id title body time"),
    ("Created_At,CONTENT,\"发布\n时间\",其他", "time body - -"),
    ("内容,正文,区县,街道", "body - place place"), ("序号,工单号,诉求内容", "- id body"), ("工单号,序 号,内容", "id - body"),
    ("No.,内容,编号", "- body id"), ("序号,NO.,内容", "id - body"),
  ]) func namesInBothLanguages(header: String, expected: String) throws {
    let found = try ColumnPlanTests.fields(header).map { $0?.rawValue ?? "-" }
    #expect(found.joined(separator: " ") == expected)
  }

  @Test(arguments: [
    (OpinionField.id, "id 编号 留言编号 序号 工单号 工单编号"), (.title, "title 标题 主题 留言主题 诉求标题"),
    (
      .body,
      "body text content 内容 正文 留言详情 诉求内容 意见内容 意见建议 诉求 留言 来信内容 反映内容 意见 建议 工单内容 问题描述 反馈内容"
    ), (.time, "time date created_at 时间 日期 留言时间 提交时间 受理时间 发布时间 来电时间 登记时间 创建时间"),
    (.author, "author user 用户 留言用户 姓名 来电人 联系电话"),
    (.place, "place area region 地区 区域 区县 镇街 乡镇 街道 社区 村 所属区域 乡镇街道 所在镇街 事发地"),
    (.channel, "channel 渠道 来源 来源渠道 受理渠道"), (.likes, "likes 点赞数 支持数 点赞 赞 支持"),
    (.dislikes, "dislikes 反对数 反对 踩"), (.reply, "reply 答复意见 答复内容 回复 回复内容 办理结果 答复"),
    (.repliedAt, "replied_at 答复时间 办结时间 回复时间"),
  ]) func knowsTheNamesOfTheTable(field: OpinionField, names: String) throws {
    for name in names.split(separator: " ") {
      let text = field == .body || field == .title ? String(name) : "\(name),body"
      #expect(try ReadRows("a.csv", text + "\n").file.columns.first?.field == field, "\(name)")
    }
  }

  @Test func theFirstMatchingColumnWinsAndTheOthersAreKept() throws {
    let read = try ReadRows("a.csv", "内容,正文,标题\n一,二,三\n")
    #expect(read.opinions.first?[.body] == "一")
    #expect(read.opinions.first?.others == [OtherColumn(name: "正文", value: "二")])
  }

  @Test func thePlaceIsTheFirstThatIsNotEmpty() throws {
    let read = try ReadRows("a.csv", "内容,区县,街道,社区\n一,,龙津街道,河东社区\n二,中区,,\n")
    #expect(read.opinions.map { $0[.place] } == ["龙津街道", "中区"])
    #expect(read.opinions[0].others == [OtherColumn(name: "社区", value: "河东社区")])
  }

  @Test func otherColumnsKeepTheirNamesAndColumnsWithoutNameGetOne() throws {
    let read = try ReadRows("a.csv", "内容, 备注 ,,\n一,甲,,乙\n")
    #expect(
      read.opinions.first?.others == [
        OtherColumn(name: "备注", value: "甲"), OtherColumn(name: "列4", value: "乙"),
      ])
    #expect(read.file.columns.map(\.name) == ["内容", "备注", "列3", "列4"])
  }

  @Test func aMapOverridesTheNames() throws {
    let read = try ReadRows(
      "a.csv", "内容,说明,何时\n一,二,2019-01-02\n", options: ReadOptions(map: [.body: "说明", .time: " 何时 "]))
    let record = try #require(read.opinions.first)
    #expect(record[.body] == "二")
    #expect(record[.time] == "2019-01-02")
    #expect(record.others == [OtherColumn(name: "内容", value: "一")])
  }

  @Test func aMapToNoColumnListsTheColumns() throws {
    #expect {
      try ReadRows("a.csv", "内容,说明\n一,二\n", options: ReadOptions(map: [.time: "日期"]))
    } throws: { error in
      guard case FileError.unknownMapColumn(_, "time", "日期", ["内容", "说明"]) = error else { return false }
      return (error as? FileError)?.exitCode == 64
    }
  }

  @Test(arguments: ["甲,乙\n1,2\n", "小区门口的路灯坏了很久没有人来修\n请尽快处理\n", "编号,时间\n1,2019\n"])
  func withoutABodyTheColumnsAreListedWithAHint(text: String) throws {
    #expect {
      try ReadRows("a.csv", text)
    } throws: { error in
      guard case FileError.noBodyColumn(_, let columns) = error, let first = columns.first else {
        return false
      }
      return "\(error)".contains("--map body=\(first)") && (error as? FileError)?.exitCode == 65
    }
  }
}
