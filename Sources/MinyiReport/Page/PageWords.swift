/// The words of the page in both languages.
enum PageWords {
  static func words(_ language: ReportLanguage) -> [String: String] {
    words.mapValues { language($0.zh, $0.en) }
  }

  private static let words: [String: (zh: String, en: String)] = [
    "skip": ("跳到议题清单", "Skip to the agenda"), "kicker": ("群众意见分析报告", "Report on residents' opinions"),
    "contents": ("目录", "Contents"), "agenda": ("议题清单", "Agenda"), "topics": ("逐个议题", "Topic by topic"),
    "themes": ("主题", "Themes"), "method": ("方法、局限与版本", "Method, limits, versions"),
    "fates": ("读了什么", "What was read"), "file": ("文件", "File"), "rows": ("行数", "Rows"),
    "imported": ("新增", "New"), "updated": ("更新", "Updated"), "unchanged": ("未变", "Unchanged"),
    "blank": ("空白", "Blank"), "malformed": ("有误", "Malformed"),
    "criteria": ("得分由这些标准组成", "The score is made of these criteria"), "filter": ("筛选议题", "Filter topics"),
    "find": ("搜索", "Search"), "theme": ("主题", "Theme"), "place": ("地区", "Place"), "tier": ("层级", "Tier"),
    "lens": ("视角", "Lens"), "rising": ("正在变多", "Rising"), "lasting": ("拖得久", "Lasting"),
    "severe": ("严重", "Grave"), "sort": ("排序", "Order"), "all": ("全部", "All"), "rank": ("排名", "Rank"),
    "score": ("得分", "Score"), "people": ("人数", "People"), "texts": ("文本", "Texts"), "posts": ("条数", "Posts"),
    "recent": ("最近一期条数", "Last period"), "trend": ("走势", "Trend"), "topic": ("候选议题", "Topic"),
    "departments": ("建议部门", "Departments"), "reset": ("全部显示", "Show all"),
    "countAll": ("共 {m} 个议题。", "{m} topics."), "countSome": ("{m} 个议题中有 {n} 个符合。", "{n} of {m} topics."),
    "countNone": ("没有符合的议题；请放宽条件，或点“全部显示”。", "No topic fits; loosen the filter or show all."),
    "empty": ("没有符合条件的议题。", "No topic meets the conditions."),
    "otherLenses": ("换个角度看", "Through other lenses"),
    "lensNote": (
      "清单偏重人数；下面从全部候选议题里另挑。人少而危险的事，请看最后一列。",
      "The list favours numbers of people; these are taken from all topics. Look at the last column for what is few but dangerous."
    ), "whyScore": ("得分怎么来的", "Where the score comes from"), "criterion": ("标准", "Criterion"),
    "raw": ("原值", "Raw"), "value": ("折算", "Value"), "weight": ("权重", "Weight"), "points": ("得分", "Points"),
    "because": ("依据", "Because"), "route": ("建议：", "Proposed: "), "keyTerms": ("关键词：", "Key terms: "),
    "whenWhere": ("何时、何地", "When and where"), "quotes": ("群众原话", "In residents' words"),
    "noQuotes": ("没有可引用的原话。", "Nothing to quote."),
    "ask": ("会上可问：群众要什么", "For the meeting: what residents ask for"), "borderline": ("边缘", "borderline"),
    "back": ("回到清单", "Back to the agenda"),
    "treemapNote": (
      "面积为意见数；外框是主题，里面是其中最大的诉求点，其余合为一块。有自己一节的诉求点可以点开。",
      "Areas are opinions; frames are themes, with their largest concerns and the rest as one. Concerns with a part of their own are links."
    ), "only": ("清单只看此主题", "Only this theme in the agenda"), "map": ("意见地图", "Map of opinions"),
    "mapHint": (
      "把指针移到点上，或选中地图后按方向键，这里显示原文。",
      "Point at a dot, or focus the map and press the arrow keys, to read it here."
    ), "how": ("怎么做的", "How it was made"), "limits": ("要多个心眼", "What to be wary of"),
    "weights": ("权重", "Weights"), "versions": ("版本与清单", "Versions and manifest"),
    "verify": (
      "同样的意见、词典和参数总是给出同样的结果；minyi verify 可以核对。",
      "The same opinions, dictionaries and settings give the same results; `minyi verify` checks them."
    ),
    "footer": (
      "由民意 Minyi 离线生成。排名是供讨论的线索，不代替人的判断。",
      "Made offline by Minyi. Ranks are leads for a discussion, not a judgement."
    ),
  ]

  static func steps(_ language: ReportLanguage) -> [String] {
    language == .zh
      ? [
        "逐行读入意见，每一行都有去向；个人信息先遮蔽。",
        "按 ICU 词典和项目词表分词，取词和词对的 TF-IDF 向量。",
        "相近的文本先折叠为重复，再按平均链接归成诉求点；主题由潜在语义向量聚类并经混合模型修正。",
        "每个诉求点按八项固定曲线折成 0 到 1，加权得 0 到 100 分；各月可比。",
        "名次区间：对人做 200 次有种子的自助抽样，取中间 90%。“稳”：权重各随机增减一半，200 次。",
        "“会上可问”取自含请求用词的原句；引文都是原话，编号可查。",
        "地图：抽出的文本取潜在语义空间，以主题中心的前两个主轴为起点，再按有种子的近邻布局调整。",
      ]
      : [
        "Opinions are read row by row, every row has a fate; personal data is masked first.",
        "Texts are cut by ICU's dictionary and the project's lexicon; vectors are TF-IDF of words and joined pairs.",
        "Near copies are folded, then average linkage makes concerns; themes are clusters of latent vectors, refined by a mixture.",
        "Eight fixed curves bring each criterion to 0...1; the weighted mean is the score, so months compare.",
        "Rank intervals: a seeded bootstrap over people, 200 times, the middle 90 %. Kept share: weights moved by half, 200 times.",
        "What residents ask for are sentences with words of request; all quotes are verbatim, with ids.",
        "The map starts from the first two axes of the themes' centres in a latent space, refined by a seeded layout of neighbours.",
      ]
  }

  static func limits(_ language: ReportLanguage) -> [String] {
    language == .zh
      ? [
        "提意见的人不等于全体居民；不上网、外出务工的人声音小。",
        "归并有错：偶尔并在一起，或分成几处。下结论前看一看原文和标为“边缘”的。",
        "部门和严重程度只看用词，看不懂反话。", "走势看到的是意见的多少，不是问题的多少；新开一个渠道，意见自然会多。",
      ]
      : [
        "Those who write are not all residents: people who are offline or away are heard less.",
        "Grouping errs: read the texts, and those marked borderline, before drawing conclusions.",
        "Departments and gravity go by words and do not see irony.",
        "Trends show how many write, not how many problems there are; a new channel brings more opinions.",
      ]
  }
}
