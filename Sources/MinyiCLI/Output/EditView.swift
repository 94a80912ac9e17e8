import Minyi

/// What an analyst changed, a line each.
struct EditView {
  let language: Language

  func line(_ edit: ConcernEdit) -> String {
    switch edit {
    case .label(let concern, let label):
      language("\(concern.rawValue) 改名：\(label)", "\(concern.rawValue) is called \(label)")
    case .hide(let concern): language("\(concern.rawValue) 已隐藏", "\(concern.rawValue) is hidden")
    case .unhide(let concern): language("\(concern.rawValue) 恢复显示", "\(concern.rawValue) is shown again")
    case .merge(let concern, let other):
      language("\(other.rawValue) 并入 \(concern.rawValue)", "\(other.rawValue) goes into \(concern.rawValue)")
    case .split(let concern, let part, let keys):
      language(
        "\(concern.rawValue) 分出 \(part.rawValue)：\(keys.joined(separator: ","))",
        "\(part.rawValue) comes out of \(concern.rawValue): \(keys.joined(separator: ","))")
    }
  }
}
