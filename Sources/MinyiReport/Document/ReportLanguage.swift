public import MinyiAgenda

/// The language of what a reader sees beside the residents' own words.
public enum ReportLanguage: String, Sendable, CaseIterable {
  case zh, en

  public func callAsFunction(_ zh: String, _ en: String) -> String { self == .zh ? zh : en }

  public func callAsFunction(_ wording: Wording) -> String { self == .zh ? wording.zh : wording.en }

  /// As HTML's `lang` has it.
  var tag: String { self == .zh ? "zh-Hans" : "en" }

  /// Stands between things that are listed.
  var comma: String { self == .zh ? "、" : ", " }
}
