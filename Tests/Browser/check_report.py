"""Looks at the report in a real browser. Usage: check_report.py MINYI [--shots FOLDER]"""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from chromium import Chromium, Page

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

WORD = "长" * 10_000
HOSTILE = [
    "<script>window.hacked = 1</script>", "\"><img src=x onerror=\"window.hacked = 2\">", "</style><script>window.hacked=3</script>",
    "'\u0301 onmouseover='window.hacked=4", "\"\u0301 onfocus=\"window.hacked=5\" autofocus x=\"",
    "</title></svg><svg onload=window.hacked=6>", "\u202e反过来写的字\u2066没有收尾", "{{{script}}} {{#topics}} {{> page}}",
    "]]><!-- -->--><plaintext>", "مرحبا بالعالم هذا نص عربي", "שלום עולם", "👩‍👩‍👧‍👦🏳️‍🌈🇨🇳 e\u0301\u0323\u0308", "a" * 10_000, WORD,
    "javascript:window.hacked=7", "&lt;b&gt;&#60;img&#62;", "\u0001\u0007\u001b[31m\ufffe",
]


class Checks:
    def __init__(self):
        self.passed, self.failed = 0, 0

    def __call__(self, name, condition, detail=""):
        if condition:
            self.passed += 1
        else:
            self.failed += 1
        print(("ok    " if condition else "FAILED ") + name + ("" if condition else f": {str(detail)[:1500]}"), flush=True)


def run(minyi, *arguments):
    outcome = subprocess.run([minyi, *arguments], capture_output=True, text=True)
    if outcome.returncode != 0:
        raise SystemExit(f"minyi {' '.join(arguments)}: {outcome.returncode}\n{outcome.stderr}")
    return outcome.stdout


def hostile_rows():
    """Concerns in whose every opinion something hostile stands, in title, text, place and id."""
    subjects = ["青石桥菜市场摊贩占道经营堵路", "翠湖苑小区电梯故障困人无人维修", "云峰路渣土车夜间噪音扰民"]
    endings = ["请尽快处理。", "希望部门解决。", "投诉多次没有结果。", "老人孩子出行危险。", "已经三个月了。"]
    rows = [["编号", "标题", "内容", "时间", "用户", "地区"]]
    for s, subject in enumerate(subjects):
        for i, nasty in enumerate(HOSTILE):
            rows.append([
                f"{s}-{i}-{nasty[:12]}", f"{subject}{nasty[:30]}", f"{subject}，{nasty}，{endings[i % 5]}",
                f"2024-{i % 12 + 1}-{s + 3}", f"居民{i}", f"{nasty[:16]}镇" if i % 2 else "东城"])
    return rows


def rows(page):
    """The shown rows: numbers of their topics in order."""
    return page.js("[...document.querySelectorAll('#rows tr:not([hidden])')].map((r) => r.dataset.topic)")


def choose(page, name, value):
    page.js(f"""(() => {{ const e = document.getElementById('f-{name}'); e.value = {json.dumps(value)};
      e.dispatchEvent(new Event('input', {{bubbles: true}})); }})()""")


def values(page, name):
    return page.js(f"[...document.querySelectorAll('#rows tr:not([hidden])')].map((r) => r.dataset.{name})")


def check_loading(page, path, check):
    seconds = page.open(path)
    check(f"usable within a second ({seconds * 1000:.0f} ms)", seconds <= 1, seconds)
    check("asks for nothing but the file", len(page.requests) == 1, page.requests)
    check("the script ran under the policy", page.js("!document.getElementById('controls').hidden"))


def check_agenda(page, check):
    ranks = [int(r) for r in values(page, "rank")]
    check("the agenda stands in its order", ranks == list(range(1, len(ranks) + 1)) and len(ranks) > 5, ranks)
    page.click("th[data-sort=people] button")
    people = [int(p) for p in values(page, "people")]
    check("a click sorts by people", people == sorted(people, reverse=True), people)
    check("and says so", page.js("document.querySelector('th[data-sort=people]').getAttribute('aria-sort')") == "descending")
    page.click("th[data-sort=people] button")
    people = [int(p) for p in values(page, "people")]
    check("a second click turns it round", people == sorted(people), people)
    choose(page, "sort", "score")
    scores = [float(s) for s in values(page, "score")]
    check("the list of orders sorts too", scores == sorted(scores, reverse=True), scores)
    page.click("#controls button[type=reset]")
    page.js("new Promise((done) => setTimeout(done, 50))")
    everything = rows(page)
    check("reset shows all", len(everything) == len(ranks) and [int(r) for r in values(page, "rank")] == ranks)
    for name in ["theme", "tier"]:
        value = page.js(f"document.querySelector('#f-{name} option:nth-child(2)').value")
        expected = page.js(f"[...document.querySelectorAll('#rows tr')].filter((r) => r.dataset.{name} === {json.dumps(value)}).length")
        choose(page, name, value)
        check(f"filter by {name}", len(rows(page)) == expected and set(values(page, name)) <= {value}, rows(page))
        choose(page, name, "")
    place = page.js("document.querySelector('#f-place option:nth-child(2)').value")
    choose(page, "place", place)
    found = [json.loads(p) for p in values(page, "places")]
    check("filter by place", found and all(place in p for p in found) and len(found) < len(everything) + 1, found)
    choose(page, "place", "")
    for lens in ["rising", "lasting", "severe"]:
        choose(page, "lens", lens)
        found = [float(v) for v in values(page, lens)]
        check(f"the lens {lens} leaves out and orders", all(v > 0 for v in found) and found == sorted(found, reverse=True), found)
    choose(page, "lens", "")
    # A word that stands in one topic's quotes and not in its row.
    page.js("document.getElementById('f-text').focus()")
    quote = page.js("document.querySelector('.topic:nth-of-type(3) .quote bdi').textContent.trim().slice(0, 12)")
    topic = page.js("document.querySelector('.topic:nth-of-type(3)').id.slice(6)")
    page.type(quote)
    check("search finds a quote's words", topic in rows(page) and len(rows(page)) < len(everything), (quote, rows(page)))
    status = page.js("document.getElementById('count').textContent")
    check("the number found is told", str(len(rows(page))) in status, status)
    page.type("没有这样的话")
    check("nothing found is told", rows(page) == [] and len(page.js("document.getElementById('count').textContent")) > 5)
    page.click("#controls button[type=reset]")
    page.js("new Promise((done) => setTimeout(done, 50))")


def check_links(page, check):
    page.click("#rows tr:nth-child(2) .label a")
    topic = page.js("document.querySelector('#rows tr:nth-child(2)').dataset.topic")
    check("a topic's link leads to its part", page.js("location.hash") == f"#topic-{topic}")
    page.js("new Promise((done) => setTimeout(done, 1200))")
    top = page.js(f"document.getElementById('topic-{topic}').getBoundingClientRect().top")
    check("which is then in view", -50 <= top <= 500, top)
    page.js("document.querySelector('.topic .facts a').click()")
    theme = page.js("location.hash")
    check("a theme's link leads to the theme", theme.startswith("#theme-") and page.js(f"!!document.querySelector('{theme}')"))
    number = theme.split("-")[1]
    page.js(f"document.querySelector('{theme} button').click()")
    check("its button filters the agenda", set(values(page, "theme")) <= {number} and page.js("document.getElementById('f-theme').value") == number)
    page.js("document.querySelector('#controls button[type=reset]').click()")
    page.js("new Promise((done) => setTimeout(done, 50))")
    check("rectangles of the treemap are links", page.js("document.querySelectorAll('.treemap a[href^=\"#topic-\"]').length") > 3)


def check_keyboard(page, path, check):
    page.open(path)
    page.js("window.reached = new Set(); document.addEventListener('focusin', (e) => reached.add(e.target))")
    wanted = """[...document.querySelectorAll('a[href],button,input,select,summary,[tabindex="0"]')]
      .filter((e) => e.checkVisibility({checkVisibilityCSS: true}))"""
    count = page.js(f"{wanted}.length")
    page.key("Tab")
    check("the first stop skips to the agenda", page.js("document.activeElement.className") == "skip")
    for _ in range(count + 20):
        page.key("Tab")
        if page.js("document.activeElement === document.body"):
            break
    missed = page.js(f"{wanted}.filter((e) => !reached.has(e)).map((e) => e.outerHTML.slice(0, 80))")
    check(f"Tab reaches all {count} links and controls", missed == [], missed)
    page.js("document.querySelector('th[data-sort=posts] button').focus()")
    page.key("Enter")
    check("Enter on a column's head sorts", page.js("document.querySelector('th[data-sort=posts]').getAttribute('aria-sort')") == "descending")
    page.js("document.querySelector('summary').focus()")
    page.key("Enter")
    check("Enter unfolds the texts", page.js("document.querySelector('details').open"))
    page.js("document.querySelector('svg.map').focus()")
    texts = []
    for key in ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"]:
        page.key(key)
        texts.append(page.js("document.getElementById('map-text').textContent"))
    check("arrow keys walk the map", len(set(texts)) >= 3 and all("[" in t for t in texts), texts)
    place = page.js("""(() => { const c = document.querySelectorAll('svg.map circle')[40];
      c.scrollIntoView({block: 'center', behavior: 'instant'}); const r = c.getBoundingClientRect();
      return [r.x + r.width / 2, r.y + r.height / 2, c.querySelector('title').textContent]; })()""")
    page.move(place[0], place[1])
    shown = page.js("document.getElementById('map-text').textContent")
    check("the pointer shows a point's text", "[" in shown and shown not in texts, shown)
    page.js("document.querySelector('#controls button[type=reset]').click()")


def check_looks(page, name, check):
    with open(os.path.join(HERE, "audit.js"), encoding="utf-8") as file:
        audit = file.read()
    for width in [1280, 390]:
        page.size(width, 900)
        page.js("document.querySelectorAll('.topic').forEach((t) => t.scrollIntoView({behavior: 'instant'})), scrollTo(0, 0)")
        wide = page.js("document.scrollingElement.scrollWidth")
        culprits = page.js("""[...document.querySelectorAll('body *')].filter((e) => !e.closest('.scroll')
          && e.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map((e) => e.outerHTML.slice(0, 100))""")
        check(f"{name}: nothing wider than {width} px", wide <= width, (wide, culprits))
        for scheme in ["light", "dark"]:
            page.media(scheme=scheme)
            problems = page.js(audit)
            check(f"{name}: landmarks, names, contrast at {width} px, {scheme}", problems == [], "\n".join(problems))
    page.media()
    page.size(1280, 900)


def check_print(page, folder, topics, check):
    path = os.path.join(folder, "report.pdf")
    page.pdf(path)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True).stdout
    pages = text.split("\f")[:-1]
    labels = page.js("[...document.querySelectorAll('.topic h3')].map((h) => h.textContent.trim())")
    facts = page.js("[...document.querySelectorAll('.topic .facts')].map((h) => h.textContent.trim().split(' · ')[4])")
    starts = []
    for fact in facts:
        # "编号 12" stands in the head of a topic's part only.
        starts.append([i for i, p in enumerate(pages) if re.search(fact.replace(" ", r"\s*") + r"\b", p)][:1])
    flat = [s[0] for s in starts if s]
    check(f"on paper every topic begins a page ({len(pages)} pages)",
          len(flat) == topics and len(set(flat)) == topics and flat == sorted(flat), (labels, starts))
    check("a topic takes one page or two", len(pages) <= 2 * topics + 12, len(pages))
    size = subprocess.run(["pdfinfo", path], capture_output=True, text=True).stdout
    check("the paper is A4", "A4" in size, size)
    check("controls are not printed", "全部显示" not in text)


def check_without_script(page, path, topics, check):
    page.call("Emulation.setScriptExecutionDisabled", {"value": True})
    page.open(path)
    root = page.call("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    html = page.call("DOM.getOuterHTML", {"nodeId": root})["outerHTML"]
    check("without script all is there and nothing dead is shown",
          html.count("<tr role=\"row\" data-topic") == topics and "<form id=\"controls\"" in html
          and re.search(r"<form[^>]* hidden", html) is not None and "<th role=\"columnheader\" scope=\"col\" class=\"n\" data-sort=\"people\"><button" not in html)
    page.call("Emulation.setScriptExecutionDisabled", {"value": False})


def check_hostile(page, path, check):
    page.open(path)
    page.js("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    page.js("document.querySelectorAll('input,select,button,a').forEach((e) => e.focus())")
    check("hostile: nothing ran", page.js("window.hacked") is None, page.js("window.hacked"))
    check("hostile: no element came of a text",
          page.js("document.querySelectorAll('img,iframe,plaintext,main script,main style,[onerror],[onload],[onfocus]').length") == 0)
    text = page.js("document.body.textContent")
    for nasty in HOSTILE[:12]:
        shown = nasty.replace("&lt;", "<")
        check(f"hostile: shown as text: {nasty[:24]!r}", shown[:24] in text, "")
    check("hostile: long words are cut or wrapped", page.js("document.scrollingElement.scrollWidth <= innerWidth"))
    check("hostile: a right-to-left text keeps its place",
          page.js("[...document.querySelectorAll('.texts bdi')].every((b) => getComputedStyle(b).unicodeBidi === 'isolate')"))
    choices = page.js("document.querySelectorAll('#f-place option').length")
    counts = []
    for i in range(1, choices):
        choose(page, "place", page.js(f"document.querySelectorAll('#f-place option')[{i}].value"))
        counts.append(len(rows(page)))
    check("hostile: every place can be filtered by", choices > 5 and all(c > 0 for c in counts), counts)
    choose(page, "place", "")


def take_pictures(page, path, folder):
    page.open(path)
    for width, height in [(1280, 1000), (390, 844)]:
        for scheme in ["light", "dark"]:
            page.size(width, height)
            page.media(scheme=scheme)
            for place in ["", "#agenda", ".topic:nth-of-type(2)", "#themes", "#h-map", "#h-heat-place", "#method"]:
                page.js(f"({json.dumps(place)} ? document.querySelector({json.dumps(place)}).scrollIntoView({{behavior: 'instant'}}) : scrollTo(0, 0))")
                page.js("new Promise((done) => setTimeout(done, 150))")
                name = re.sub(r"\W+", "", place) or "top"
                page.screenshot(os.path.join(folder, f"{width}-{scheme}-{name}.png"))
    page.media()
    page.size(1280, 900)
    page.pdf(os.path.join(folder, "a4.pdf"))
    subprocess.run(["pdftoppm", "-png", "-r", "70", os.path.join(folder, "a4.pdf"), os.path.join(folder, "a4")])


def main():
    minyi, folder, check = os.path.abspath(sys.argv[1]), tempfile.mkdtemp(prefix="minyi-browser-"), Checks()
    workspace, topics = os.path.join(folder, "w.sqlite"), 15
    path, english, hostile = (os.path.join(folder, n) for n in ["report.html", "en.html", "hostile.html"])
    run(minyi, "run", os.path.join(ROOT, "Corpus", "qinghe.csv"), "--workspace", workspace, "--quiet",
        "--top", str(topics), "--report", path)
    run(minyi, "report", "--workspace", workspace, "--lang", "en", "--top", str(topics), "-o", english)
    with open(os.path.join(folder, "hostile.csv"), "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(hostile_rows())
    run(minyi, "run", os.path.join(folder, "hostile.csv"), "--quiet", "--report", hostile)
    browser = Chromium()
    try:
        page = Page(browser)
        if "--shots" in sys.argv:
            target = sys.argv[sys.argv.index("--shots") + 1]
            os.makedirs(target, exist_ok=True)
            take_pictures(page, path, target)
        check_loading(page, path, check)
        check_agenda(page, check)
        check_links(page, check)
        check_keyboard(page, path, check)
        check_looks(page, "Chinese", check)
        check_print(page, folder, topics, check)
        check_without_script(page, path, topics, check)
        page.open(english)
        check_looks(page, "English", check)
        check_hostile(page, hostile, check)
        check_looks(page, "hostile", check)
        check("no console message", page.console == [], page.console)
    finally:
        browser.close()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{check.passed} passed, {check.failed} failed")
    sys.exit(1 if check.failed else 0)


main()
