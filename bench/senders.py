"""People who send forms, and send them again with the same key when the answer doesn't come."""

import http.client
import secrets
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

#: Refused for good; a 400 is Django's answer when the database goes while it keeps the session.
SEE_OTHER, REFUSED = 303, {403, 404, 409, 413, 422}


@dataclass
class Senders:
    """Several threads that add notes to tasks, one after the other; they remember what was acknowledged."""

    port: int
    cookie: str
    token: str
    tasks: list[str]
    acknowledged: list[str] = field(default_factory=list)
    again: int = 0
    refused: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)

    def start(self, number: int) -> None:
        """Begin to send."""
        self._threads = [threading.Thread(target=self._send_all, args=(n,)) for n in range(number)]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Let each finish the form it has begun."""
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _send_all(self, sender: int) -> None:
        number = 0
        while not self._stop.is_set():
            note, key = f"note {sender}-{number}", secrets.token_urlsafe(16)
            task = self.tasks[(number * len(self._threads) + sender) % len(self.tasks)]
            while not self.send(task, note, key):
                self.again += 1
                time.sleep(0.02)
            self.acknowledged.append(note)
            number += 1

    def send(self, task: str, note: str, key: str) -> bool:
        """Send a form once, and tell whether it was acknowledged."""
        body = urlencode({"note": note, "nokkel": key})
        headers = {
            "Cookie": self.cookie, "X-CSRFToken": self.token, "Content-Type": "application/x-www-form-urlencoded",
            "Host": f"localhost:{self.port}",
        }  # fmt: skip
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            line.request("POST", f"/oppgaver/{task}/legg-til/", body, headers)
            status = line.getresponse().status
        except (OSError, http.client.HTTPException):
            return False
        finally:
            line.close()
        if status in REFUSED:
            self.refused.append(f"{note}: {status}")
            self._stop.set()
            return True
        return status == SEE_OTHER
