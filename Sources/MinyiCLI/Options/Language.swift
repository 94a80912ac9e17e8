import ArgumentParser

/// The language of what a person reads.
enum Language: String, ExpressibleByArgument, CaseIterable {
  case zh, en

  func callAsFunction(_ zh: String, _ en: String) -> String { self == .zh ? zh : en }
}
