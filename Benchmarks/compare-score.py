"""The stack a user would pick instead of `minyi score`: jieba -> TfidfVectorizer.transform -> nearest centroid.

usage: compare-score.py KNOWN.jsonl ASSIGNMENTS.jsonl NEW.jsonl [LIMIT]

KNOWN are the opinions of the workspace, ASSIGNMENTS what `minyi export assignments` wrote of it; of NEW the first LIMIT
are scored. Prints opinions a second of the scoring alone (read, segment, transform, nearest), without the fit.
"""
import json
import resource
import sys
import time

import jieba
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

BATCH = 10_000


def rows(path, limit=None):
    with open(path, encoding="utf-8") as file:
        for i, line in enumerate(file):
            if limit is not None and i >= limit:
                return
            yield json.loads(line)


def text(row):
    return row.get("title", "") + "。" + row.get("body", "")


jieba.setLogLevel(60)
jieba.initialize()
known = list(rows(sys.argv[1]))
concern = {row["id"]: row["concern"] for row in rows(sys.argv[2])}
limit = int(sys.argv[4]) if len(sys.argv) > 4 else None

vectorizer = TfidfVectorizer(
    tokenizer=jieba.lcut, token_pattern=None, min_df=2, max_df=0.5, sublinear_tf=True, dtype=np.float32
)
matrix = vectorizer.fit_transform(text(row) for row in known)
labels = np.array([concern.get(str(row["id"])) or 0 for row in known])
member = np.flatnonzero(labels)
names, group = np.unique(labels[member], return_inverse=True)
sums = csr_matrix((np.ones(len(member), np.float32), (group, np.arange(len(member)))), (len(names), len(member)))
centroids = normalize(sums @ matrix[member]).T.tocsr()

start = time.time()
worked = time.process_time()
count = own = 0
batch = []


def score(batch):
    likeness = vectorizer.transform(text(row) for row in batch) @ centroids
    nearest = np.asarray(likeness.argmax(axis=1)).ravel()
    return names[nearest], np.asarray(likeness.max(axis=1).todense()).ravel()


for row in rows(sys.argv[3], limit):
    batch.append(row)
    if len(batch) == BATCH:
        score(batch)
        count += len(batch)
        batch = []
if batch:
    score(batch)
    count += len(batch)
seconds = time.time() - start
worked = time.process_time() - worked
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{len(names)} concerns, {count} opinions in {seconds:.1f} s: {count / seconds:.0f} a second, "
      f"{worked / count * 1e6:.0f} µs of processor time each, {peak:.0f} MB")
