"""Held-back members of known issues: are they scored to the concern that the rest of their issue is in?

usage: held-back.py MINYI OPINIONS.jsonl GOLD.json [FOLDS]

GOLD is a list of {"topic", "ids"}. In each fold a fifth of every issue's messages is left out, the rest is mined, and the
messages left out are scored. One counts as found if its nearest concern is the one that holds most of its issue.
"""
import collections
import json
import os
import subprocess
import sys
import tempfile

minyi, opinions, gold = sys.argv[1:4]
folds = int(sys.argv[4]) if len(sys.argv) > 4 else 5
rows = [json.loads(line) for line in open(opinions, encoding="utf-8")]
issue = {id: topic["topic"] for topic in json.load(open(gold, encoding="utf-8")) for id in topic["ids"]}
place = {}
for topic in set(issue.values()):
    for i, id in enumerate(sorted(id for id in issue if issue[id] == topic)):
        place[id] = i
found = total = 0
status = collections.Counter()
for fold in range(folds):
    with tempfile.TemporaryDirectory() as folder:
        def write(name, keep):
            path = os.path.join(folder, name)
            with open(path, "w", encoding="utf-8") as file:
                for row in rows:
                    if keep(row["id"]):
                        file.write(json.dumps(row, ensure_ascii=False) + "\n")
            return path

        def held(id):
            return id in place and place[id] % folds == fold

        rest, new = write("rest.jsonl", lambda id: not held(id)), write("new.jsonl", held)
        workspace = ["--workspace", os.path.join(folder, "w.sqlite")]
        subprocess.run([minyi, "import", rest, *workspace, "--quiet"], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([minyi, "mine", *workspace, "--quiet"], check=True, stdout=subprocess.DEVNULL)
        out = subprocess.run([minyi, "export", "assignments", *workspace, "--quiet"], check=True, capture_output=True)
        counts = collections.defaultdict(collections.Counter)
        for line in out.stdout.splitlines():
            row = json.loads(line)
            if row["id"] in issue and row["concern"]:
                counts[issue[row["id"]]][row["concern"]] += 1
        main = {topic: count.most_common(1)[0][0] for topic, count in counts.items()}
        out = subprocess.run([minyi, "score", new, *workspace, "--quiet"], check=True, capture_output=True)
        for line in out.stdout.splitlines():
            row = json.loads(line)
            total += 1
            status[row["status"]] += 1
            found += (row["concern"] or {}).get("id") == main.get(issue[row["id"]])
print(f"{found} of {total} held-back members found: {found / total:.3f}; {dict(status)}")
