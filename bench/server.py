"""A real web server on this machine, started and killed as the power is cut."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field

from tools.environment import ROOT, Stop

WAIT_SECONDS = 60


def free_port() -> int:
    """Find a port that nobody uses."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@dataclass
class Server:
    """One way to run an application under granian, in a session of its own."""

    env: dict[str, str]
    application: str = "tett.config.wsgi:application"
    path: str = "/logg-inn/"
    workers: int = 1
    port: int = field(default_factory=free_port)
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> float:
        """Start it, wait for the first page, and tell how many seconds that took."""
        words = [
            sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", str(self.workers),
            "--blocking-threads", "2", "--no-ws", "--log-level", "critical", "--host", "127.0.0.1",
            "--port", str(self.port), self.application,
        ]  # fmt: skip
        begun = time.perf_counter()
        self.process = subprocess.Popen(
            words, cwd=ROOT, env=self.env, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._await(begun)
        return time.perf_counter() - begun

    def _await(self, begun: float) -> None:
        while time.perf_counter() - begun < WAIT_SECONDS:
            if self.answers():
                return
            time.sleep(0.01)
        self.kill()
        raise Stop(f"The server didn't answer at {self.path} within {WAIT_SECONDS} s.")

    def answers(self) -> bool:
        """Tell whether its first page is there."""
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{self.port}{self.path}", timeout=5).close()
        except urllib.error.HTTPError as answer:
            answer.close()
            return False
        except OSError:
            return False
        return True

    def kill(self) -> None:
        """End it and all its workers without a word, in the middle of whatever they do."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def processes(self) -> list[int]:
        """Give the ids of the server and its workers."""
        own = self.process.pid if self.process else 0
        found = subprocess.run(["ps", "-o", "pid=", "--sid", str(own)], capture_output=True, text=True, check=False)
        return [int(line) for line in found.stdout.split()]
