import MinyiAgenda

/// How lenses are called and what they order by.
enum LensWords {
  static func name(_ lens: Lens, _ language: ReportLanguage) -> String {
    switch lens {
    case .top: language("按总分", "by score")
    case .rising: language("正在变多", "rising")
    case .lasting: language("拖得久", "lasting")
    case .severe: language("人少但严重", "few but grave")
    }
  }

  static func note(_ lens: Lens, _ language: ReportLanguage) -> String {
    switch lens {
    case .top: language("按得分排列", "ordered by score")
    case .rising: language("近一季明显多于前一季和去年同期", "clearly more in the last quarter of a year than before")
    case .lasting: language("提出的月份多，或答复、沉寂之后又来", "raised in many months, or again after silence or a reply")
    case .severe: language("用词的严重程度，人数太少的打折", "gravity of the words, discounted where few speak")
    }
  }
}
