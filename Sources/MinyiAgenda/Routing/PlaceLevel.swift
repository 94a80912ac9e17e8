/// The level of a place, and of the consultation that its matters belong to.
public enum PlaceLevel: Int, Sendable, CaseIterable, Comparable {
  /// 村（社区）
  case village
  /// 镇（街道）
  case town
  /// 县（区）
  case county
  /// 市
  case city

  /// What the end of a place's name says; nil where it says nothing. 小区 and 社区 come before 区, 地区 too.
  public init?(ofPlaceNamed name: String) {
    let found = PlaceLevel.endings.first { ending in name.hasSuffix(ending.text) && name != ending.text }
    guard let found else { return nil }
    self = found.level
  }

  /// The longer before what they end with.
  private static let endings: [(text: String, level: PlaceLevel)] = [
    ("社区", .village), ("小区", .village), ("村委会", .village), ("居委会", .village), ("村", .village),
    ("组", .village), ("屯", .village), ("街道办事处", .town), ("街道办", .town), ("街道", .town), ("镇", .town),
    ("乡", .town), ("苏木", .town), ("地区", .city), ("县", .county), ("区", .county), ("旗", .county),
    ("市", .city), ("州", .city), ("盟", .city),
  ]

  /// The level above; a city is the highest.
  public var above: PlaceLevel { PlaceLevel(rawValue: rawValue + 1) ?? .city }

  public static func < (a: PlaceLevel, b: PlaceLevel) -> Bool { a.rawValue < b.rawValue }

  /// The word for readers.
  public var wording: Wording {
    switch self {
    case .village: Wording("村（社区）", "village")
    case .town: Wording("镇（街道）", "town")
    case .county: Wording("县（区）", "county")
    case .city: Wording("市", "city")
    }
  }

  /// As it is called in JSON.
  public var name: String {
    switch self {
    case .village: "village"
    case .town: "town"
    case .county: "county"
    case .city: "city"
    }
  }
}
