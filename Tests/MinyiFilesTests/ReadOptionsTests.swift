import MinyiFiles
import MinyiModel
import Testing

@Suite struct ReadOptionsTests {
  @Test func parsesMaps() throws {
    #expect(try ReadOptions.parseMap("body=内容,time=日期") == [.body: "内容", .time: "日期"])
    #expect(try ReadOptions.parseMap(" Body ＝ 内容 ，replied_at=办结 时间") == [.body: "内容", .repliedAt: "办结 时间"])
    #expect(try ReadOptions.parseMap("body=a=b") == [.body: "a=b"])
  }

  @Test(arguments: [
    ("内容", FileError.MapFlaw.noEqualsSign), ("", .noEqualsSign), ("正文=内容", .unknownField),
    ("body=", .noColumn),
    ("body=a,body=b", .fieldTwice),
  ]) func refusesBadMaps(text: String, flaw: FileError.MapFlaw) throws {
    #expect {
      try ReadOptions.parseMap(text)
    } throws: { error in
      guard case FileError.badMap(text, _, flaw) = error else { return false }
      return (error as? FileError)?.exitCode == 64
    }
  }
}
