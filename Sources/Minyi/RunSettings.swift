/// What a run was asked for, as kept in its manifest.
struct RunSettings: Codable {
  var options: MineOptions
  var dictionaries: String
}
