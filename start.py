"""Start Hanse from a fresh copy of this folder, with nothing but Python.

python3 start.py explore        set up on the first run, then open the explorer
python3 start.py test           run the tests; what follows goes to pytest
python3 start.py COMMAND ...    run any command of Hanse; start.py --help lists them

Everything is put into the folder .venv beside this file, by that folder's own pip, so that a
Python which refuses packages of its own is no obstacle. Delete the folder to start afresh.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

# Before anything that an old Python cannot read: the reader shall see a sentence, not a traceback.
if sys.version_info < (3, 11):
    sys.exit(
        f"start.py: Hanse needs Python 3.11 or newer, this is {sys.version.split()[0]}"
        f" ({sys.executable}).\n"
        "  hint: name a newer Python, for example: python3.12 start.py explore"
    )

ROOT = Path(__file__).resolve().parent
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
SUFFIX = ".exe" if os.name == "nt" else ""
UV = "uv>=0.9,<1"


class SetUpFailed(Exception):
    """A step of the set-up did not end well; the message says which and what to do."""


def main(arguments: list[str]) -> int:
    """Set up what the arguments need, then run them, and return the exit status."""
    if not arguments:
        print(__doc__)
        return 2
    testing = arguments[0] == "test"
    try:
        set_up(ROOT, "test" if testing else "base")
    except SetUpFailed as failure:
        print(f"start.py: {failure}", file=sys.stderr)
        return 1
    if testing:
        os.chdir(ROOT)
        return run(ROOT, "pytest", arguments[1:])
    return run(ROOT, "hanse", arguments)


def set_up(root: Path, wanted: str) -> None:
    """Make the environment hold what is wanted: `base` to use Hanse, `test` to test it too."""
    state = fingerprint(root)
    if is_ready(root, wanted, state):
        return
    say("setting up in .venv; the first time this fetches about 145 MB, with the tests 210 MB")
    make_environment(root)
    fetch_uv(root)
    sync(root, ["--group", "test"] if wanted == "test" else [])
    stamp(root, wanted).write_text(state, encoding="utf-8")


def fingerprint(root: Path) -> str:
    """Return what an environment depends on: both lists of packages, and where it stands."""
    digest = hashlib.sha256(str(root).encode())
    for name in ("pyproject.toml", "uv.lock"):
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


def is_ready(root: Path, wanted: str, state: str) -> bool:
    """Tell whether an earlier start already made what is wanted, from the same lists."""
    kinds = ("test",) if wanted == "test" else ("base", "test")
    done = [stamp(root, kind) for kind in kinds]
    fresh = any(file.exists() and file.read_text(encoding="utf-8") == state for file in done)
    return fresh and program(root, "python").exists()


def stamp(root: Path, kind: str) -> Path:
    """Return the file that says from which lists this kind of environment was made."""
    return root / ".venv" / f"hanse-{kind}.stamp"


def program(root: Path, name: str) -> Path:
    """Return where a program of the environment stands, whether it is there or not."""
    return root / ".venv" / SCRIPTS / f"{name}{SUFFIX}"


def make_environment(root: Path) -> None:
    """Make .venv, unless it is there and its Python works and is new enough."""
    if works([program(root, "python"), "-m", "pip", "--version"]) and is_new_enough(root):
        return
    call(
        [sys.executable, "-m", "venv", "--clear", root / ".venv"],
        failed="Python could not make the folder .venv",
        hint="on Debian and Ubuntu: sudo apt install python3-venv; also check the free disk space",
    )


def is_new_enough(root: Path) -> bool:
    """Tell whether the Python of the environment is one that Hanse runs on."""
    check = "import sys; sys.exit(sys.version_info < (3, 11))"
    return works([program(root, "python"), "-c", check])


def fetch_uv(root: Path) -> None:
    """Put uv, which installs the exact versions of uv.lock, into the environment."""
    if works([program(root, "uv"), "--version"]):
        return
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", UV]
    call(
        [program(root, "python"), *install],
        failed="pip could not fetch uv",
        hint=NETWORK,
    )


def sync(root: Path, groups: list[str]) -> None:
    """Install what uv.lock lists; what a developer added to the environment stays."""
    command = ["sync", "--quiet", "--locked", "--inexact", "--no-default-groups", *groups]
    call(
        [program(root, "uv"), *command, "--project", root],
        failed="uv could not install the packages that uv.lock lists",
        hint=NETWORK,
    )


NETWORK = (
    "the first start needs the network: pypi.org and files.pythonhosted.org.\n"
    "        Behind a proxy set HTTPS_PROXY; for an own mirror set PIP_INDEX_URL and"
    " UV_DEFAULT_INDEX"
)


def works(command: list[str | Path]) -> bool:
    """Tell whether a command is there and ends well, without showing what it prints."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def call(command: list[str | Path], *, failed: str, hint: str) -> None:
    """Run one step; its own words reach the reader, and ours say what they mean."""
    ended = subprocess.run(command, env=environment(), stdout=sys.stderr, check=False)
    if ended.returncode != 0:
        raise SetUpFailed(f"{failed} (exit status {ended.returncode}, see above)\n  hint: {hint}")


def environment() -> dict[str, str]:
    """Return the reader's environment without what would lead pip or uv elsewhere.

    The certificates are the system's, as behind a company's inspecting proxy no others hold.
    """
    elsewhere = {"VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME", "UV_PYTHON", "UV_PROJECT_ENVIRONMENT"}
    kept = {name: value for name, value in os.environ.items() if name not in elsewhere}
    ours = {"PIP_USER": "0", "UV_PYTHON_DOWNLOADS": "never"}
    return {"UV_SYSTEM_CERTS": "true"} | kept | ours


def run(root: Path, module: str, arguments: list[str]) -> int:
    """Run a module of the environment as the reader's own command, Ctrl-C included."""
    # -P: a file called rich.py in the reader's folder must not be taken for the package.
    command = [str(program(root, "python")), "-P", "-m", module, *arguments]
    if os.name == "posix":
        sys.stdout.flush()
        os.execv(command[0], command)
    child = subprocess.Popen(command)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue


def say(text: str) -> None:
    """Tell the reader what is going on, apart from what the command itself prints."""
    print(f"start.py: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
