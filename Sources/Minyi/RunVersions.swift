/// What a run was made with, as kept in its manifest.
struct RunVersions: Codable {
  var minyi = Version.minyi
  var icu = Version.icu
  var unicode = Version.unicode
  var sqlite = Version.sqlite
}
