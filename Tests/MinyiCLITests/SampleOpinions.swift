import MinyiModel

/// Opinions written for these tests: four concerns of eight and a few that stand alone.
enum SampleOpinions {
  /// A row as an office would keep it.
  struct Row {
    var id: String
    var author: String
    var title: String
    var body: String
    var time: String
    var place: String
    var likes: Int

    var cells: [String] { [id, author, title, body, time, place, String(likes)] }
  }

  static let header = ["留言编号", "留言用户", "留言主题", "留言详情", "留言时间", "地区", "点赞数"]

  /// Titles and bodies of each concern.
  static let concerns: [[(title: String, body: String)]] = [
    [
      ("翠湖苑小区电梯故障", "翠湖苑小区3栋电梯经常故障困人，老人上下楼很危险，请尽快更换电梯。"),
      ("翠湖苑电梯又困人了", "昨天翠湖苑小区电梯再次困人，物业迟迟不维修电梯，希望部门督促更换。"),
      ("请更换翠湖苑小区老旧电梯", "翠湖苑小区电梯用了十八年，故障频繁，维修基金一直批不下来，请求更换电梯。"),
      ("翠湖苑小区电梯维修无人管", "翠湖苑小区5栋电梯停用两周，物业说没有维修基金，高层老人出不了门。"),
      ("翠湖苑电梯安全隐患", "翠湖苑小区电梯突然下坠，孩子吓哭了，电梯故障存在严重安全隐患。"),
      ("翠湖苑小区电梯停运", "翠湖苑小区电梯停运，住在二十楼的孕妇只能爬楼梯，请物业尽快维修电梯。"),
      ("反映翠湖苑小区电梯问题", "翠湖苑小区电梯故障报修多次没有结果，物业推脱，要求更换电梯。"),
      ("翠湖苑的电梯什么时候能换", "翠湖苑小区电梯三天两头故障，更换电梯的维修基金什么时候能到位？"),
    ],
    [
      ("云峰路渣土车夜间噪音", "云峰路渣土车每天夜间轰鸣，噪音扰民，居民整夜睡不着。"),
      ("云峰路渣土车扰民", "云峰路工地渣土车凌晨两点还在跑，噪音太大，希望限制夜间通行。"),
      ("请治理云峰路渣土车", "夜间渣土车从云峰路经过，噪音和扬尘严重，请交警限行渣土车。"),
      ("云峰路夜间噪音严重", "云峰路夜间渣土车噪音严重，投诉多次没有改变，孩子无法休息。"),
      ("渣土车超速扬尘，云峰路居民受不了", "云峰路渣土车超速，扬尘遮天，夜间噪音让人崩溃，请严查渣土车。"),
      ("云峰路深夜渣土车何时停", "深夜云峰路渣土车噪音不断，请规定渣土车夜间不得通行。"),
      ("建议云峰路禁止渣土车夜间通行", "云峰路两边都是居民楼，渣土车夜间通行噪音扰民，建议改道。"),
      ("云峰路渣土车影响高考学生", "云峰路渣土车夜间噪音影响学生休息，请尽快处理渣土车扰民。"),
    ],
    [
      ("青石桥菜市场占道经营", "青石桥菜市场摊贩占道经营，马路堵得过不去，请城管清理摊贩。"),
      ("青石桥菜市场门口拥堵", "青石桥菜市场门口摊贩占道，早上拥堵，救护车都进不来。"),
      ("请整治青石桥菜市场摊贩", "青石桥菜市场摊贩把菜摆到马路上，占道经营多年，城管一走又回来。"),
      ("青石桥菜市场脏乱差", "青石桥菜市场占道摊贩乱扔烂菜叶，污水横流，臭气熏天。"),
      ("青石桥菜市场占道何时解决", "青石桥菜市场占道经营反映多次，摊贩越来越多，请城管长期值守。"),
      ("青石桥菜市场马路成了摊位", "青石桥菜市场马路成了摊位，行人只能走机动车道，占道经营太危险。"),
      ("建议青石桥菜市场划定摊位", "建议给青石桥菜市场摊贩划定摊位，不要一味驱赶，也不要占道经营。"),
      ("青石桥菜市场占道堵车", "青石桥菜市场摊贩占道，公交车堵半小时，请城管整治占道经营。"),
    ],
    [
      ("南岭小学门口缺少斑马线", "南岭小学门口没有斑马线，学生过马路很危险，请施划斑马线。"),
      ("南岭小学上学过马路危险", "南岭小学学生放学过马路车速快，希望增设斑马线和红绿灯。"),
      ("请在南岭小学门口设红绿灯", "南岭小学门口车流大，没有红绿灯，家长接送学生提心吊胆。"),
      ("南岭小学门口又撞了学生", "南岭小学门口昨天又撞伤一名学生，红绿灯和斑马线为什么迟迟不设？"),
      ("南岭小学过街安全", "南岭小学学生过街没有斑马线，建议装红绿灯并安排交警护学。"),
      ("南岭小学家长的请求", "我们是南岭小学的家长，请求在学校门口施划斑马线、安装红绿灯。"),
      ("南岭小学门口车速太快", "南岭小学门口车速太快，没有减速带和斑马线，学生过马路危险。"),
      ("南岭小学红绿灯何时安装", "南岭小学门口的红绿灯说了两年还没安装，学生每天冒险过马路。"),
    ],
  ]

  /// Opinions that no other is near to.
  static let singles: [(title: String, body: String)] = [
    ("图书馆开放时间", "县图书馆周末下午五点就闭馆，上班族没法借书，能不能延长？"),
    ("社保卡补办", "外地退休人员补办社保卡要跑三趟窗口，建议开通邮寄。"),
    ("表扬公交司机", "感谢公交司机帮我找回落在座位上的证件。"),
    ("水稻收购价格", "今年稻谷水分扣得太狠，种粮农户吃亏。"),
    ("广场舞音乐", "文化广场跳舞音乐开得很响，周围老人心脏受不了。"),
    ("河道垂钓", "柳溪河禁渔期仍有人电鱼，请渔政巡查。"),
  ]

  /// All opinions as rows, ids from 5001, people, months and places by turns.
  static let rows: [Row] = {
    let places = ["东城区", "西城区", "高新区", "临江镇"]
    let texts = concerns.flatMap { $0 } + singles
    return texts.enumerated().map { i, text in
      Row(
        id: String(5001 + i), author: "居民\(i % 29)", title: text.title, body: text.body,
        time: "2023-\(i % 9 + 1)-\(i % 27 + 1) 8:0\(i % 10)", place: places[(i / 3) % 4], likes: (i * 7) % 11)
    }
  }()

  static func csv(_ rows: [Row] = rows) -> String { table([header] + rows.map(\.cells)) }

  static func table(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// The field of the opinion with this id as it stands in the file.
  static func text(_ id: String, _ field: String) -> String? {
    rows.first { $0.id == id }.map { field == "title" ? $0.title : $0.body }
  }

  /// `rows` in an order that `seed` gives.
  static func shuffled(_ rows: [Row] = rows, seed: UInt64) -> [Row] {
    var random = SplitMix64(seed: seed)
    var rows = rows
    for i in rows.indices.dropFirst().reversed() { rows.swapAt(i, random.next(below: i + 1)) }
    return rows
  }
}
