/// Finds links and the marks of chat and news platforms at the end of the cleaned text.
enum LinkStripper {
  /// The reduction of the link's beginning or the mark that the last unit completes.
  ///
  /// - `http://…`, `https://…`, `ftp://…` and `www.…` become a space.
  /// - `[图片]`, `[视频]`, `[笑哭]` and the like become a space; other words in brackets stay.
  /// - `#话题#` loses its marks; `3#楼和5#楼` stays.
  /// - The tags that masking puts in place of personal data (〔手机〕) become a space: they are not the
  ///   resident's words.
  static func reduction(of buffer: borrowing CleanBuffer) -> Reduction? {
    switch buffer.last {
    case Unit.slash: link(in: buffer)
    case Unit.fullStop: host(in: buffer)
    case Unit.bracketClose: bracketMark(in: buffer)
    case Unit.hash: topic(in: buffer)
    case Unit.tagClose: maskTag(in: buffer)
    default: nil
    }
  }

  // MARK: Links

  private static func link(in buffer: borrowing CleanBuffer) -> Reduction? {
    guard buffer.hasSuffix("://") else { return nil }
    if buffer.hasSuffix("http://") { return .link(start: buffer.count - 7) }
    if buffer.hasSuffix("https://") { return .link(start: buffer.count - 8) }
    if buffer.hasSuffix("ftp://") { return .link(start: buffer.count - 6) }
    return nil
  }

  private static func host(in buffer: borrowing CleanBuffer) -> Reduction? {
    guard buffer.hasSuffix("www."), !Unit.isWord(buffer[buffer.count - 5]) else { return nil }
    return .link(start: buffer.count - 4)
  }

  /// The end of the link whose beginning ends at `start`: before the first unit that no link holds, or before
  /// the punctuation in front of that.
  ///
  /// A link ends at every character that is not ASCII, so that Chinese text and full-width punctuation may
  /// follow without a space.
  static func linkEnd(in source: UnsafeBufferPointer<UInt16>, from start: Int) -> Int {
    var end = start
    while end < source.count, isLinkUnit(source[end]) {
      if source[end] == Unit.ampersand, isBreakingEntity(source[(end + 1)...]) { break }
      end += 1
    }
    while end > start, isClosingPunctuation(source[end - 1]) { end -= 1 }
    return end
  }

  private static func isLinkUnit(_ unit: UInt16) -> Bool {
    switch unit {
    // Not: white space " ' ( ) < > [ ] \ ^ ` { | }
    case 0x21, 0x23...0x26, 0x2A...0x3B, 0x3D, 0x3F...0x5A, 0x5F, 0x61...0x7A, 0x7E: true
    default: false
    }
  }

  private static func isClosingPunctuation(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: true
    default: false
    }
  }

  private static func isBreakingEntity(_ rest: Slice<UnsafeBufferPointer<UInt16>>) -> Bool {
    ["nbsp;", "lt;", "gt;", "quot;", "ensp;", "emsp;"].contains { rest.starts(with: $0.utf16) }
  }

  // MARK: Marks

  /// Where the `@name` begins that the text ends with, or nil. White space is about to follow.
  static func mentionStart(at buffer: borrowing CleanBuffer) -> Int? {
    var start = buffer.count - 1
    let lowest = max(0, buffer.count - longestMention - 1)
    while start >= lowest, isNameUnit(buffer.units[start]) { start -= 1 }
    guard start >= lowest, start < buffer.count - 1, buffer.units[start] == Unit.at,
      !Unit.isWord(buffer[start - 1])
    else { return nil }
    return start
  }

  private static let longestMention = 20

  private static func isNameUnit(_ unit: UInt16) -> Bool {
    Unit.isWord(unit) || Unit.isHan(unit) || unit == Unit.underscore || unit == Unit.hyphen
  }

  private static func topic(in buffer: borrowing CleanBuffer) -> Reduction? {
    let last = buffer.count - 2
    var start = last
    let lowest = max(0, last - longestTopic)
    while start >= lowest, Unit.isWord(buffer.units[start]) || Unit.isHan(buffer.units[start]) { start -= 1 }
    // Numbers before `#` are of houses, wells and units: 3#楼, 1#井.
    guard start >= lowest, last - start >= 2, buffer.units[start] == Unit.hash,
      !Unit.isDigit(buffer.units[last]), !Unit.isWord(buffer[start - 1])
    else { return nil }
    return .unmark(start: start)
  }

  private static let longestTopic = 32

  private static func bracketMark(in buffer: borrowing CleanBuffer) -> Reduction? {
    packedWord(in: buffer, behind: Unit.bracketOpen).flatMap { word, start in
      bracketWords.contains(word) ? .space(start: start) : nil
    }
  }

  private static func maskTag(in buffer: borrowing CleanBuffer) -> Reduction? {
    packedWord(in: buffer, behind: Unit.tagOpen).flatMap { word, start in
      maskWords.contains(word) ? .space(start: start) : nil
    }
  }

  /// The one to four units between `open` and the last unit as one number, and where `open` is.
  private static func packedWord(
    in buffer: borrowing CleanBuffer, behind open: UInt16
  ) -> (word: UInt64, start: Int)? {
    for length in 1...4 where buffer[buffer.count - 2 - length] == open {
      let start = buffer.count - 2 - length
      return (pack(UnsafeBufferPointer(start: buffer.units + start + 1, count: length)), start)
    }
    return nil
  }

  private static func pack(_ units: some Sequence<UInt16>) -> UInt64 {
    units.reduce(0) { $0 << 16 | UInt64($1) }
  }

  private static let maskWords = Set(
    PersonalDataKind.allCases.map { pack($0.tag.utf16.dropFirst().dropLast()) })

  /// Simplified and in lower case, as the cleaned text is; at most four units each.
  private static let bracketWords = Set(
    """
    图 图片 照片 视频 短视频 小视频 语音 音频 表情 动画表情 动图 链接 网页链接 位置 红包 小程序 名片 文件 聊天记录 \
    笑哭 大笑 微笑 偷笑 坏笑 憨笑 苦笑 笑 笑脸 嘻嘻 哈哈 呵呵 可爱 愉快 高兴 开心 流泪 泪 哭 大哭 快哭了 难过 \
    伤心 心碎 悲伤 委屈 失望 可怜 捂脸 尴尬 囧 汗 流汗 冷汗 黑线 愤怒 怒 怒骂 发怒 生气 抓狂 咒骂 鄙视 哼 右哼哼 \
    左哼哼 白眼 撇嘴 傲慢 疑问 思考 惊讶 惊恐 惊吓 吃惊 害羞 色 呲牙 调皮 得意 酷 衰 晕 吐 困 睡 闭嘴 嘘 敲打 再见 \
    拜拜 擦汗 抠鼻 鼓掌 吃瓜 裂开 叹气 苦涩 皱眉 加油 奋斗 强 弱 赞 点赞 棒 胜利 拳头 握手 抱拳 合十 祈祷 双手合十 \
    拜托 作揖 谢谢 玫瑰 鲜花 花 凋谢 爱心 心 太阳 月亮 蜡烛 礼物 蛋糕 庆祝 烟花 爆竹 福 发 ok doge good no
    """
    .split(whereSeparator: \.isWhitespace).map { pack($0.utf16) })
}
