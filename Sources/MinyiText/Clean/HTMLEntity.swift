/// Named and numbered characters of HTML: `&hellip;`, `&#39;`, `&#x4e2d;`.
enum HTMLEntity {
  /// Units of the longest body that is read, between `&` and `;`.
  static let longest = 10

  /// The character of an entity by its lower-case body (`hellip`, `#39`, `#x4e2d`), or nil if there is none.
  ///
  /// Names are known without their case (`&Eacute;` is é): the text is lower-cased before.
  static func scalar(_ body: some Collection<UInt16>) -> Unicode.Scalar? {
    guard body.first == Unit.hash else {
      return PackedName(body).flatMap { named[$0] }.flatMap(Unicode.Scalar.init)
    }
    let digits = body.dropFirst()
    let isHexadecimal = digits.first == 0x78
    let number = isHexadecimal ? digits.dropFirst() : digits
    // Int's reader takes a sign, entities do not.
    guard let first = number.first, Unit.isWord(first),
      let value = UInt32(String(decoding: number, as: UTF16.self), radix: isHexadecimal ? 16 : 10), value > 0
    else { return nil }
    return Unicode.Scalar(value)
  }

  /// Code points of the entities that are met in Chinese text: HTML 4's punctuation, signs, Latin and Greek
  /// letters.
  private static let named: [PackedName: UInt32] = {
    var table: [PackedName: UInt32] = [:]
    for line in listed.split(separator: "\n") {
      for pair in line.split(separator: " ") {
        let parts = pair.split(separator: "=")
        if parts.count == 2, let name = PackedName(String(parts[0])), let value = UInt32(parts[1], radix: 16)
        {
          table[name] = value
        }
      }
    }
    return table
  }()

  private static let listed = """
    quot=22 amp=26 apos=27 lt=3c gt=3e nbsp=a0 ensp=2002 emsp=2003 thinsp=2009 zwnj=200c zwj=200d lrm=200e
    rlm=200f shy=ad hellip=2026 mdash=2014 ndash=2013 lsquo=2018 rsquo=2019 sbquo=201a ldquo=201c rdquo=201d
    bdquo=201e laquo=ab raquo=bb lsaquo=2039 rsaquo=203a middot=b7 bull=2022 times=d7 divide=f7 deg=b0
    plusmn=b1 sup1=b9 sup2=b2 sup3=b3 frac12=bd frac14=bc frac34=be copy=a9 reg=ae trade=2122 yen=a5 cent=a2
    pound=a3 euro=20ac curren=a4 sect=a7 para=b6 permil=2030 prime=2032 larr=2190 uarr=2191 rarr=2192
    darr=2193 harr=2194 infin=221e ne=2260 le=2264 ge=2265 asymp=2248 equiv=2261 minus=2212 radic=221a
    sum=2211 prod=220f micro=b5 ordf=aa ordm=ba iexcl=a1 iquest=bf brvbar=a6 uml=a8 macr=af acute=b4 cedil=b8
    not=ac oline=203e frasl=2044 loz=25ca hearts=2665 agrave=e0 aacute=e1 acirc=e2 atilde=e3 auml=e4 aring=e5
    aelig=e6 ccedil=e7 egrave=e8 eacute=e9 ecirc=ea euml=eb igrave=ec iacute=ed icirc=ee iuml=ef ntilde=f1
    ograve=f2 oacute=f3 ocirc=f4 otilde=f5 ouml=f6 oslash=f8 ugrave=f9 uacute=fa ucirc=fb uuml=fc yacute=fd
    szlig=df alpha=3b1 beta=3b2 gamma=3b3 delta=3b4 epsilon=3b5 theta=3b8 lambda=3bb mu=3bc pi=3c0 rho=3c1
    sigma=3c3 phi=3c6 omega=3c9
    """
}
