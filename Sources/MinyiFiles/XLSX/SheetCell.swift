public import MinyiModel

/// A cell of a workbook that is written. A text is a text, whatever it begins with.
public enum SheetCell: Sendable, Equatable {
  /// Nothing is written.
  case empty
  /// Cut where it is longer than a cell can hold.
  case text(String)
  /// Shown without decimals; past 15 digits, which is what Excel keeps, it becomes a text.
  case integer(Int)
  /// Shown with two decimals.
  case number(Double)
  /// 0...1, shown as a percentage.
  case share(Double)
  /// A real date, with the time of day where there is one.
  case time(CivilTime)
  /// A text that leads to a row, from 0, of another sheet.
  case link(String, sheet: String, row: Int)

  /// An empty cell for nil and for an empty text.
  public init(_ text: String?) { self = text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }
  /// An empty cell for nil, which is not 0.
  public init(_ number: Int?) { self = number.map { .integer($0) } ?? .empty }
  /// An empty cell for nil.
  public init(_ time: CivilTime?) { self = time.map { .time($0) } ?? .empty }
}
