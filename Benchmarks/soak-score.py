"""Five minutes of opinions from a generator through `minyi score -`, with its memory every second.

usage: soak-score.py MINYI WORKSPACE OPINIONS.jsonl SECONDS

The rows of OPINIONS are given again and again, with a running number in the text so that no two texts are equal.
Prints seconds, opinions answered and megabytes every ten seconds, and the highest after the first minute.
"""
import json
import subprocess
import sys
import threading
import time

minyi, workspace, path, seconds = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])
with open(path, encoding="utf-8") as file:
    rows = [json.loads(line) for line in file]
process = subprocess.Popen(
    [minyi, "score", "-", "--workspace", workspace, "--quiet"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
)
start = time.time()
given = answered = 0


def give():
    global given
    try:
        while time.time() - start < seconds:
            lines = []
            for _ in range(500):
                row = rows[given % len(rows)]
                text = f'{row["body"]}（第{given}号）'
                lines.append(json.dumps({"id": str(given), "title": row["title"], "body": text}, ensure_ascii=False))
                given += 1
            process.stdin.write(("\n".join(lines) + "\n").encode())
    finally:
        process.stdin.close()


def take():
    global answered
    while block := process.stdout.read1(1 << 20):
        answered += block.count(b"\n")


threads = [threading.Thread(target=give), threading.Thread(target=take)]
for thread in threads:
    thread.start()
samples = []
while process.poll() is None:
    try:
        with open(f"/proc/{process.pid}/status") as status:
            memory = next((int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS")), 0)
    except OSError:
        break
    samples.append((time.time() - start, answered, memory))
    time.sleep(1)
for thread in threads:
    thread.join()
print(" seconds  opinions    MB")
for sample in samples[::10]:
    print("{:8.0f} {:9d} {:5.0f}".format(*sample))
late = [memory for at, _, memory in samples if 60 <= at and memory > 0]
print(f"{given} given, {answered} answered, status {process.wait()}")
if late:
    print(f"after the first minute {min(late):.0f} to {max(late):.0f} MB")
