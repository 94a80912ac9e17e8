"""A page in headless Chromium, driven over the DevTools protocol through a pipe. Standard library only."""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class Chromium:
    """One browser with a profile of its own, removed at the end."""

    def __init__(self):
        program = next((p for p in map(shutil.which, ["chromium", "chromium-browser", "google-chrome"]) if p), None)
        if program is None:
            raise SystemExit("chromium is not installed; run `make test-browser`")
        self.profile = tempfile.mkdtemp(prefix="minyi-chromium-")
        to_browser, from_us = os.pipe()
        from_browser, to_us = os.pipe()
        # The browser reads file descriptor 3 and writes 4; copies far up first, so that neither is overwritten.
        far = [os.dup2(to_browser, 93), os.dup2(to_us, 94)]

        def rearrange():
            os.dup2(93, 3)
            os.dup2(94, 4)

        self.process = subprocess.Popen(
            [program, "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu",
             "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking",
             "--hide-scrollbars", "--force-color-profile=srgb", "--host-resolver-rules=MAP * ~NOTFOUND",
             f"--user-data-dir={self.profile}", "about:blank"],
            pass_fds=(3, 4, 93, 94), preexec_fn=rearrange, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        for descriptor in [to_browser, to_us, *far]:
            os.close(descriptor)
        self.out, self.into = from_us, from_browser
        self.buffer, self.number = b"", 0

    def close(self):
        try:
            self.call("Browser.close")
        except (OSError, RuntimeError):
            self.process.kill()
        self.process.wait(20)
        shutil.rmtree(self.profile, ignore_errors=True)

    def send(self, method, parameters=None, session=None):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters or {}}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.out, data):]
        return self.number

    def receive(self, seconds=60):
        end = time.monotonic() + seconds
        while b"\0" not in self.buffer:
            if not select.select([self.into], [], [], max(0, end - time.monotonic()))[0]:
                raise RuntimeError("the browser does not answer")
            piece = os.read(self.into, 1 << 20)
            if not piece:
                raise RuntimeError("the browser has gone")
            self.buffer += piece
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, parameters=None, session=None, on_event=None):
        number = self.send(method, parameters, session)
        while True:
            message = self.receive()
            if message.get("id") == number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']['message']}")
                return message["result"]
            if on_event and "method" in message:
                on_event(message)


class Page:
    """A tab; whatever it says to the console or asks of the network is kept."""

    KEYS = {"Tab": 9, "Enter": 13, "ArrowRight": 39, "ArrowLeft": 37, "ArrowDown": 40, "ArrowUp": 38, " ": 32}

    def __init__(self, browser):
        self.browser = browser
        self.console, self.requests, self.loads = [], [], 0
        target = browser.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        self.session = browser.call("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network", "DOM"]:
            self.call(f"{domain}.enable")
        self.call("Network.emulateNetworkConditions",
                  {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0})
        self.size(1280, 900)

    def call(self, method, parameters=None):
        return self.browser.call(method, parameters, self.session, self.event)

    def event(self, message):
        method, parameters = message["method"], message.get("params", {})
        if method == "Runtime.consoleAPICalled":
            self.console.append(str([a.get("value", a.get("description")) for a in parameters["args"]]))
        elif method == "Runtime.exceptionThrown":
            self.console.append(json.dumps(parameters["exceptionDetails"])[:300])
        elif method == "Log.entryAdded":
            self.console.append(parameters["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])
        elif method == "Page.loadEventFired":
            self.loads += 1

    def open(self, path):
        """Opens a file and returns the seconds until its script has run."""
        before, self.requests = self.loads, []
        start = time.monotonic()
        self.call("Page.navigate", {"url": "file://" + os.path.abspath(path)})
        while self.loads == before:
            self.event(self.browser.receive())
        self.js("document.readyState")
        return time.monotonic() - start

    def js(self, expression):
        result = self.call("Runtime.evaluate", {
            "expression": expression, "returnByValue": True, "awaitPromise": True})
        if "exceptionDetails" in result:
            raise RuntimeError(f"{expression[:120]}: {json.dumps(result['exceptionDetails'])[:400]}")
        return result["result"].get("value")

    def size(self, width, height):
        self.call("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600})

    def media(self, media="", scheme="light"):
        self.call("Emulation.setEmulatedMedia", {
            "media": media, "features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def key(self, name):
        for kind in ["keyDown", "keyUp"]:
            key = {"type": kind, "key": name, "code": "Space" if name == " " else name,
                   "windowsVirtualKeyCode": Page.KEYS[name]}
            if kind == "keyDown" and name in ["Enter", " "]:
                key["text"] = "\r" if name == "Enter" else " "
            self.call("Input.dispatchKeyEvent", key)

    def type(self, text):
        self.call("Input.insertText", {"text": text})

    def click(self, selector):
        place = self.js(f"""(() => {{ const e = document.querySelector({json.dumps(selector)});
          e.scrollIntoView({{block: "center", behavior: "instant"}}); const r = e.getBoundingClientRect();
          return [r.x + r.width / 2, r.y + r.height / 2]; }})()""")
        for kind in ["mousePressed", "mouseReleased"]:
            self.call("Input.dispatchMouseEvent", {
                "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1})

    def move(self, x, y):
        self.call("Input.dispatchMouseEvent", {"type": "mouseMoved", "x": x, "y": y})

    def screenshot(self, path, whole=False):
        data = self.call("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": whole})["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def pdf(self, path):
        data = self.call("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
