import MinyiAgenda

/// Raw values with their units, for readers.
enum UnitWords {
  static func text(_ measure: Measure, _ language: ReportLanguage) -> String {
    let isWhole = measure.raw == measure.raw.rounded()
    let number = isWhole ? Format.count(Int(measure.raw)) : Format.two(measure.raw)
    let unit = language(zh[measure.unit] ?? "", " " + measure.unit)
    return language("\(number) \(unit)", "\(number)\(unit)")
  }

  private static let zh = [
    "people": "人", "texts": "种", "places": "地", "months": "个月", "likes": "净赞", "grade": "级",
    "cases": "条",
    "departments": "个部门",
  ]
}
