/// Tells Chinese text from bytes read in the wrong encoding.
enum CommonCharacters {
  struct Reading {
    /// Of the characters that are not ASCII, how many are among the most frequent of Chinese.
    var commonShare = 0.0
    /// Invalid bytes a character that is not ASCII.
    var invalidShare = 0.0
  }

  /// Reads `sample` as `encoding`; an invalid last character does not count, since a sample may cut it.
  static func reading(_ sample: UnsafeRawBufferPointer, as encoding: TextEncoding) -> Reading {
    guard let converter = TextConverter(encoding) else { return Reading(invalidShare: 1) }
    let firstInvalid = converter.convert(sample)
    var common = 0
    var other = 0
    var invalid = 0
    for scalar in String(decoding: converter.text, as: UTF8.self).unicodeScalars where !scalar.isASCII {
      if scalar == "\u{FFFD}" {
        invalid += 1
      } else if scalars.contains(scalar) {
        common += 1
      } else {
        other += 1
      }
    }
    if let firstInvalid, invalid == 1, firstInvalid >= sample.count - 4 { invalid = 0 }
    let total = Double(max(1, common + other + invalid))
    return Reading(commonShare: Double(common) / total, invalidShare: Double(invalid) / total)
  }

  /// Frequent characters of modern Chinese and of such messages, traditional forms, and punctuation. Of the text in
  /// the sample corpora they are 78% of the characters that are not ASCII.
  private static let scalars = Set(
    """
    的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经
    十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平
    形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党
    程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干
    做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单
    风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界
    拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构
    府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价
    街道镇村社区居民投诉反映请求希望尽快领导您好谢噪音物业小区施工停车
    這個們來時為國會對發動過說產種後學經進著電裡現實兩體製機當點業從應開還關樣與線內數質氣變條沒結問無係軍黨員題總設長將組見計別運農幾區強決幹戰則據處隊給門規熱領東導壓爭濟階術極聯認權證轉單風帶場車務萬達積議聲報鬥類離華確張馬節話況溫傳許廣記須際驗連斷難礦備辦習響約勞團歷構稱準號劃選標寫親養態層專狀廠識適屬圓滿縣參紅細聽該鐵價鎮訴請盡導謝
    ，。、；：？！“”‘’（）《》【】…—　「」
    """.unicodeScalars.filter { !$0.isASCII })
}
