public import MinyiAgenda

/// The language of what a reader sees beside the residents' own words.
public enum ReportLanguage: String, Sendable, CaseIterable {
  /// Simplified Chinese; English.
  case zh, en

  /// The one of the two that is in this language.
  public func callAsFunction(_ zh: String, _ en: String) -> String { self == .zh ? zh : en }

  /// The wording in this language.
  public func callAsFunction(_ wording: Wording) -> String { self == .zh ? wording.zh : wording.en }

  /// As HTML's `lang` has it.
  var tag: String { self == .zh ? "zh-Hans" : "en" }

  /// Stands between things that are listed.
  var comma: String { self == .zh ? "、" : ", " }
}
