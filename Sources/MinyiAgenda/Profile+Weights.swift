extension Profile {
  /// The profile with weights overridden by text such as `reach=2,severity=0`.
  public func overriding(_ text: String) throws(ProfileError) -> Profile {
    var profile = self
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
      guard sides.count == 2, let name = CriterionName(rawValue: sides[0]), let weight = Double(sides[1]),
        weight >= 0, weight.isFinite
      else { throw .badWeight(text: String(part)) }
      profile.weights[name] = weight
    }
    return profile
  }

  /// Throws where no criterion has a weight: every score would be 0, and the order chance.
  public func checkWeights() throws(ProfileError) {
    if !weights.values.contains(where: { $0 > 0 }) { throw .noWeight(name: name) }
  }
}
