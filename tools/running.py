"""Running Tett: the database brought up to date, then web server and job worker until Ctrl-C."""

import argparse
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from datetime import UTC, datetime
from pathlib import Path

from tools.environment import PYTHON, ROOT, VENV, Stop, assets, digest, do, environment, say

#: How many of the demo's cast are named at the terminal; the log-in page has them all.
SHOWN = 12


def variables(options: argparse.Namespace) -> dict[str, str]:
    """Give the environment of the processes; without an address of one's own it is the demo."""
    env = {**os.environ, "PYTHONUTF8": "1", "DJANGO_SETTINGS_MODULE": "tett.config.settings"}
    if "TETT_ADDRESS" not in env:
        env.setdefault("TETT_DEMO", "0" if options.empty else "1")
        env["TETT_ADDRESS"] = f"http://localhost:{options.port}"
    if options.empty:
        env.setdefault("TETT_DATA", str(ROOT / "var" / "empty"))
    if options.at:
        # A day of its own has a demo of its own, so that what was done "yesterday" isn't in the future.
        env.setdefault("TETT_DATA", str(ROOT / "var" / f"at-{options.at[:10]}"))
        env |= {"TETT_AT": options.at, "TETT_AT_SINCE": datetime.now(UTC).isoformat(), "TETT_DEMO": "1"}
    return env


def prepare(env: dict[str, str]) -> None:
    """Bring the database and the static files up to date, unless nothing has changed since the last time."""
    data = Path(env.get("TETT_DATA") or ROOT / "var")
    stamp = data / "prepared"
    wanted = freshness(env)
    there = env.get("DATABASE_URL") or (data / "tett.sqlite3").exists()
    if there and stamp.exists() and stamp.read_text() == wanted:
        return
    do(PYTHON, "-m", "django", "prepare", env=env)
    stamp.write_text(wanted)


def freshness(env: dict[str, str]) -> str:
    """Tell whether anything that ``prepare`` looks at has changed."""
    package = ROOT / "src/tett"
    folders = ("migrations/*.py", "static/**/*", "demo/**/*.py", "data/*.json")
    files = sorted(file for folder in folders for file in package.glob(f"*/{folder}") if file.is_file())
    what = [f"{file}:{file.stat().st_mtime_ns}" for file in files]
    said = [env.get(name, "") for name in ("DATABASE_URL", "TETT_DEMO", "TETT_DEBUG", "TETT_AT")]
    return digest([VENV / "tett-stamp"], *what, *said)


def run(options: argparse.Namespace) -> int:
    """Run web server and job worker until Ctrl-C."""
    require_free(options.host, options.port)
    environment("runtime")
    assets()
    env = variables(options)
    prepare(env)
    shutil.rmtree(env.get("TETT_METRICS") or Path(env.get("TETT_DATA") or ROOT / "var") / "metrics", ignore_errors=True)
    processes = [start(web(options), env), start([PYTHON, "-m", "django", "worker"], env)]
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        greet(env, options, processes[0])
        return watch(processes)
    except KeyboardInterrupt:
        say("Stopping …")
        return 0
    finally:
        end(processes)


def require_free(host: str, port: int) -> None:
    """Refuse a port that somebody else answers on, before it looks as if we did."""
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError as why:
            raise Stop(f"Port {port} can't be used ({why.strerror}). Choose another with --port.") from None


def web(options: argparse.Namespace) -> list[str | Path]:
    """Give the web server's command line."""
    threads = ["--workers", str(options.workers), "--blocking-threads", "2", "--no-ws", "--log-level", "warning"]
    where = ["--host", options.host, "--port", str(options.port)]
    return [PYTHON, "-m", "granian", "--interface", "wsgi", *threads, *where, "tett.config.wsgi:application"]


def start(command: list[str | Path], env: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start a process in a session of its own, so that Ctrl-C reaches only us and we end it in order."""
    return subprocess.Popen([str(word) for word in command], cwd=ROOT, env=env, start_new_session=True)


def greet(env: dict[str, str], options: argparse.Namespace, server: "subprocess.Popen[bytes]") -> None:
    """Tell the address and whom one can log in as, once the server answers."""
    await_answer(f"http://127.0.0.1:{options.port}/static/vendor/inter.woff2", server)
    say(f"Tett is running at {env['TETT_ADDRESS']}  (Ctrl-C stops it)")
    cast = Path(env.get("TETT_DATA") or ROOT / "var") / "cast.json"
    if env.get("TETT_DEMO") == "1" and cast.exists():
        print("\nThis is the demo. On the log-in page you can log in as, among others:")
        everybody = json.loads(cast.read_text("utf-8"))
        for name, role in everybody[:SHOWN]:
            print(f"  {name:32} {role}")
        print(f"  … and {len(everybody) - SHOWN} more\n", flush=True)
    if env.get("TETT_DEMO") != "1":
        do(PYTHON, "-m", "django", "first_code", env=env)


def await_answer(address: str, server: "subprocess.Popen[bytes]") -> None:
    """Wait until the web server answers anything at all."""
    for _ in range(600):
        if server.poll() is not None:
            raise Stop("The web server stopped before it answered; what it said is above.")
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - our own address, built by greet
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise Stop("The web server didn't answer within a minute.")


def watch(processes: "list[subprocess.Popen[bytes]]") -> int:
    """Wait until one of them ends, which it shouldn't."""
    while all(process.poll() is None for process in processes):
        time.sleep(0.5)
    say("One of the processes stopped by itself; what it said is above.")
    return 1


def end(processes: "list[subprocess.Popen[bytes]]") -> None:
    """Let them finish what they do, but not for ever."""
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
