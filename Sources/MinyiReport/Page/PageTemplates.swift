import Mustache

/// The templates, style and script that are part of the program.
struct PageTemplates {
  let library: MustacheLibrary
  let style: String
  let script: String
  let briefStyle: String

  init() throws {
    MustacheContentTypes.register(ScalarEscaping(), named: ScalarEscaping.name)
    let templates: [(name: String, bytes: [UInt8])] = [
      ("page", PackageResources.page_mustache), ("head", PackageResources.head_mustache),
      ("agenda", PackageResources.agenda_mustache), ("topics", PackageResources.topics_mustache),
      ("topic", PackageResources.topic_mustache),
      ("themes", PackageResources.themes_mustache), ("method", PackageResources.method_mustache),
      ("brief", PackageResources.brief_mustache),
    ]
    var library = MustacheLibrary()
    for template in templates {
      try library.register(String(decoding: template.bytes, as: UTF8.self), named: template.name)
    }
    self.library = library
    style = String(decoding: PackageResources.style_css, as: UTF8.self)
    briefStyle = String(decoding: PackageResources.brief_css, as: UTF8.self)
    script = String(decoding: PackageResources.script_js, as: UTF8.self)
  }

  /// `text` as a Content-Security-Policy names it.
  static func source(_ text: String) -> String { "sha256-" + Base64.text(SHA256.hash(Array(text.utf8))) }
}
