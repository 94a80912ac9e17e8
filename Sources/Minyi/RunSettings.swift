/// What a run was asked for, as kept in its manifest.
public struct RunSettings: Codable, Sendable, Equatable {
  /// Those that `mine` was given.
  public var options: MineOptions
  /// Hash of the dictionaries with the words of the workspace.
  public var dictionaries: String
}
