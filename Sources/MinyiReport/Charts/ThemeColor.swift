/// The class that colours a theme: ten colours, filled for the first ten themes and hollow for the next.
enum ThemeColor {
  static func style(_ theme: Int?) -> String {
    guard let theme, theme > 0 else { return "tn" }
    return "t\((theme - 1) % 10 + 1)" + ((theme - 1) / 10 % 2 == 1 ? " hollow" : "")
  }
}
