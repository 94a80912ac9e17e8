import MinyiAgenda
import MinyiModel
import MinyiStore

/// What was raised in a period, in the one before and in the same one of the year before.
struct PeriodCounts {
  /// A concern, place or theme.
  struct Row {
    var name: String
    var now = 0
    var before = 0
    var yearAgo = 0
    /// In the period before the one before.
    var beforeThat = 0
    /// In any earlier period.
    var ever = 0
    var people = 0
    /// Its most typical opinion of the period.
    var typical: OpinionID?
  }

  private(set) var all = Row(name: "")
  private(set) var people = 0
  /// Opinions of the period in a concern.
  private(set) var gathered = 0
  /// Those of the period, most people first.
  private(set) var concerns: [Row] = []
  private(set) var rising: [Row] = []
  private(set) var returned: [Row] = []
  private(set) var places: [Row] = []
  private(set) var themes: [Row] = []

  /// The chance of so many or more below which a concern rises.
  private static let rarity = 0.05
  private static let fewest = 5

  /// A group while it is counted.
  private struct Tally {
    var row: Row
    var voices: Set<Int64> = []
    var likeness = -1.0
  }

  init(_ builder: ReportBuilder, _ period: BriefPeriod) {
    var concernTallies: [ConcernID: Tally] = [:]
    var placeTallies: [String: Tally] = [:]
    var themeTallies: [ThemeID: Tally] = [:]
    var total = Tally(row: Row(name: ""))
    let hidden = Set(builder.results.concerns.filter(\.isHidden).map(\.id))
    for assignment in builder.results.assignments {
      guard let columns = builder.columns[assignment.opinion], let time = columns.time else { continue }
      let number = period.number(of: time)
      // An unknown author counts as one person a text.
      let voice = columns.author.map { Int64(bitPattern: $0.rawValue) } ?? -1 - Int64(assignment.copyOf)
      func add(_ tally: inout Tally) {
        switch number {
        case period.number:
          tally.row.now += 1
          tally.voices.insert(voice)
          if (assignment.similarity ?? 0) > tally.likeness {
            tally.likeness = assignment.similarity ?? 0
            tally.row.typical = assignment.opinion
          }
        case period.before.number: tally.row.before += 1
        case period.number - 2: tally.row.beforeThat += 1
        default: break
        }
        if number == period.yearAgo.number { tally.row.yearAgo += 1 }
        if number < period.number { tally.row.ever += 1 }
      }
      add(&total)
      if let concern = assignment.concern, !hidden.contains(concern) {
        if number == period.number { gathered += 1 }
        add(&concernTallies[concern, default: Tally(row: Row(name: ""))])
      }
      if let place = columns.place { add(&placeTallies[place, default: Tally(row: Row(name: place))]) }
      if let theme = assignment.theme { add(&themeTallies[theme, default: Tally(row: Row(name: ""))]) }
    }
    all = total.row
    people = total.voices.count
    let labels = Dictionary(uniqueKeysWithValues: builder.results.concerns.map { ($0.id, $0.label) })
    let themeLabels = Dictionary(uniqueKeysWithValues: builder.results.themes.map { ($0.id, $0.label) })
    concerns = PeriodCounts.rows(concernTallies) { labels[$0] ?? "" }
    places = PeriodCounts.rows(placeTallies) { $0 }
    themes = PeriodCounts.rows(themeTallies) { themeLabels[$0] ?? "" }
    let share = Double(all.now) / Double(max(1, all.now + all.before))
    rising =
      all.before == 0
      ? []
      : concerns.filter { row in
        row.now >= PeriodCounts.fewest
          && BinomialTail.atLeast(row.now, of: row.now + row.before, probability: share) < PeriodCounts.rarity
      }
    returned = concerns.filter { $0.now >= 2 && $0.before == 0 && $0.beforeThat == 0 && $0.ever > 0 }
  }

  /// The groups of the period, most people first, then posts, then by key.
  private static func rows<Key: Hashable & Comparable>(
    _ tallies: [Key: Tally], name: (Key) -> String
  ) -> [Row] {
    tallies.filter { $0.value.row.now > 0 }.map { key, tally -> (key: Key, row: Row) in
      var row = tally.row
      row.name = name(key)
      row.people = tally.voices.count
      return (key, row)
    }.sorted {
      ($1.row.people, $1.row.now, $0.key) < ($0.row.people, $0.row.now, $1.key)
    }.map(\.row)
  }
}
