"""Sets up Workshop Kit and runs it: `python3 kit.py make Hvaler`, `python3 kit.py test`, `python3 kit.py app`.

Needs Python 3.11 or newer and nothing else: the standard library only. The first run makes an environment with the pinned
packages in `.venv/` beside this file; later runs find its stamp and start at once. Messages are in bokmål and go to
standard error, so that what the command itself prints can be piped.
"""

import errno
import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

OLDEST_PYTHON = (3, 11)


def old_python_message(version: "tuple[int, int]") -> str:
    """Give the line that refuses a too old Python, or an empty string. Stands first and stays plain: an old Python reads it."""
    if version >= OLDEST_PYTHON:
        return ""
    return f"Workshop Kit trenger Python 3.11 eller nyere, og dette er {version[0]}.{version[1]}: kjør kommandoen med en nyere Python."


if old_python_message(sys.version_info[:2]):
    sys.stderr.write(old_python_message(sys.version_info[:2]) + "\n")
    sys.exit(2)

HELP = """\
Workshop Kit

  python3 kit.py make NAVN…   lag presentasjon og ark for en eller flere kommuner (mappen out/)
  python3 kit.py app          start skrivebordsprogrammet
  python3 kit.py test         kjør alle kontroller og tester
  python3 kit.py help         vis dette

Alt annet går rett til kommandoen workshop-kit, for eksempel: python3 kit.py make --help
"""

FOLDER = Path(__file__).resolve().parent
ON_WINDOWS = os.name == "nt"
RUNTIME_PINS = "requirements.txt"
DEVELOPMENT_PINS = "requirements-dev.txt"
PYTHON_FLAGS = ("-X", "utf8", "-P")  # the same text everywhere, and no module picked up from the folder the user stands in
LOCK_POLL_SECONDS = 0.2

# What Qt's core, widgets and the xcb and offscreen platforms load, with the Debian package of each.
QT_LIBRARY_TABLE = """
    libEGL.so.1=libegl1 libGL.so.1=libgl1 libX11-xcb.so.1=libx11-xcb1 libX11.so.6=libx11-6 libdbus-1.so.3=libdbus-1-3
    libfontconfig.so.1=libfontconfig1 libfreetype.so.6=libfreetype6 libglib-2.0.so.0=libglib2.0-0
    libgssapi_krb5.so.2=libgssapi-krb5-2 libxcb-cursor.so.0=libxcb-cursor0 libxcb-glx.so.0=libxcb-glx0
    libxcb-icccm.so.4=libxcb-icccm4 libxcb-image.so.0=libxcb-image0 libxcb-keysyms.so.1=libxcb-keysyms1
    libxcb-randr.so.0=libxcb-randr0 libxcb-render-util.so.0=libxcb-render-util0 libxcb-render.so.0=libxcb-render0
    libxcb-shape.so.0=libxcb-shape0 libxcb-shm.so.0=libxcb-shm0 libxcb-sync.so.1=libxcb-sync1 libxcb-util.so.1=libxcb-util1
    libxcb-xfixes.so.0=libxcb-xfixes0 libxcb-xkb.so.1=libxcb-xkb1 libxcb.so.1=libxcb1 libxkbcommon-x11.so.0=libxkbcommon-x11-0
    libxkbcommon.so.0=libxkbcommon0
"""
QT_LIBRARIES = {soname: package for soname, _, package in (pair.partition("=") for pair in QT_LIBRARY_TABLE.split())}

# What the heavy tests call, with the Debian packages.
HEAVY_TOOLS = {"hunspell": "hunspell", "soffice": "libreoffice-impress", "pdftoppm": "poppler-utils", "Xvfb": "xvfb"}
DICTIONARIES = ("nb_NO.dic", "nn_NO.dic")
DICTIONARY_FOLDERS = ("/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/Library/Spelling", "~/Library/Spelling")

LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint(['--no-logo'])"
CHECKS = (
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("ruff format --check", ("-m", "ruff", "format", "--check", ".")),
    ("pyright", ("-m", "pyright")),
    ("lint-imports", ("-c", LINT_IMPORTS)),
)


FULL_DISK = "Disken er full: frigjør 1 GB, og kjør samme kommando igjen."
READ_ONLY = f"Får ikke skrive i mappen {FOLDER}: flytt prosjektet til en mappe du eier, og kjør samme kommando der."
NO_NETWORK = "Får ikke hentet pakkene fra nettet: sjekk at maskinen har nett, og kjør samme kommando igjen."
FAILURES = (  # signs in what an installer prints, in lower case, and what they mean
    (("no space left", "os error 28", "not enough space", "disk quota"), FULL_DISK),
    (("permission denied", "read-only file system", "os error 13", "os error 30", "access is denied"), READ_ONLY),
    (("dns error", "failed to fetch", "error sending request", "connection", "name resolution", "max retries", "timed out"), NO_NETWORK),
)


class KitError(Exception):
    """Something the user can mend; its text is the one line that is shown: what happened, and what to do."""


def say(line: str) -> None:
    """Print one line to standard error, at once."""
    print(line, file=sys.stderr, flush=True)


def python_in(environment: Path, *, on_windows: bool = ON_WINDOWS) -> Path:
    """Give the path of the environment's own Python."""
    return environment / ("Scripts/python.exe" if on_windows else "bin/python")


def wanted_stamp(folder: Path, *, with_development: bool, python_version: tuple[int, int] = sys.version_info[:2]) -> dict[str, str]:
    """Give what the stamp must say for the environment to serve: Python's version and a hash of each file of pins."""
    stamp = {"python": f"{python_version[0]}.{python_version[1]}", "runtime": hash_of(folder / RUNTIME_PINS)}
    if with_development:
        stamp["development"] = hash_of(folder / DEVELOPMENT_PINS)
    return stamp


def hash_of(pins: Path) -> str:
    """Hash a file of pins, the same for both kinds of line ends. Raises KitError when it is not there."""
    try:
        return hashlib.sha256(pins.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    except FileNotFoundError:
        raise KitError(f"Filen {pins} mangler: hent prosjektet på nytt, hele mappen.") from None


def read_stamp(environment: Path) -> dict[str, str]:
    """Read the stamp, empty when there is none or when the environment's Python is gone."""
    try:
        lines = (environment / "kit-stamp").read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        return {}
    if not python_in(environment).exists():
        return {}
    return {key: value for key, _, value in (line.partition(" ") for line in lines)}


def write_stamp(environment: Path, stamp: Mapping[str, str]) -> None:
    """Write the stamp, whole or not at all. It comes last: an environment without one is half made."""
    unfinished = environment / "kit-stamp.new"
    unfinished.write_text("".join(f"{key} {value}\n" for key, value in stamp.items()), encoding="utf-8")
    unfinished.replace(environment / "kit-stamp")


def serves(stamp: Mapping[str, str], wanted: Mapping[str, str]) -> bool:
    """Tell whether an environment with this stamp has all that is wanted; it may have more."""
    return all(stamp.get(key) == value for key, value in wanted.items())


def ensure_environment(folder: Path, *, with_development: bool) -> Path:
    """Give the Python of an environment with the pinned packages, made first where needed."""
    environment = folder / ".venv"
    wanted = wanted_stamp(folder, with_development=with_development)
    if not serves(read_stamp(environment), wanted):
        with locked(folder / ".venv.lock"):
            stamp = read_stamp(environment)
            if not serves(stamp, wanted):
                make_environment(folder, environment, stamp, wanted)
    return python_in(environment)


def make_environment(folder: Path, environment: Path, stamp: Mapping[str, str], wanted: Mapping[str, str]) -> None:
    """Make or renew the environment: Python, packages, command, Qt's libraries, and last the stamp."""
    if "development" in stamp and "development" not in wanted:
        wanted = wanted_stamp(folder, with_development=True)  # renewed pins: keep what a developer has
    say("Henter pakkene til .venv; det skjer bare når de er nye, og kan ta et par minutter …")
    uv = working_uv()
    if stamp.get("python") == wanted["python"]:
        (environment / "kit-stamp").unlink()
    else:
        if environment.exists():  # half made, or made for another Python
            shutil.rmtree(environment)
        create_environment(environment, uv)
    install(environment, folder / (DEVELOPMENT_PINS if "development" in wanted else RUNTIME_PINS), uv)
    add_command(folder, environment)
    settle_qt_libraries()
    write_stamp(environment, wanted)


def working_uv() -> str:
    """Give the path of uv, or an empty string where there is none that answers."""
    uv = shutil.which("uv")
    return uv if uv and run([uv, "--version"])[0] == 0 else ""


def create_environment(environment: Path, uv: str) -> None:
    """Make an empty environment with the Python that runs this file, or with the one beneath it if that is an environment's."""
    python = getattr(sys, "_base_executable", "") or sys.executable
    if uv:
        demand([uv, "venv", "--quiet", "--python", python, str(environment)])
    else:
        demand([python, "-m", "venv", "--without-pip", str(environment)])


def install(environment: Path, pins: Path, uv: str) -> None:
    """Install the pinned packages; uv also takes away what is no longer pinned."""
    python = str(python_in(environment))
    if uv:
        demand([uv, "pip", "sync", "--quiet", "--python", python, str(pins)])
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if run([python, "-c", "import ensurepip"])[0] != 0 and not install_debian_packages([package]):
        raise KitError(f"Python mangler delen ensurepip: kjør «sudo apt install {package}», og prøv igjen.")
    demand([python, "-m", "ensurepip"])
    demand([python, "-m", "pip", "install", "--quiet", "--no-input", "--retries", "2", "--requirement", str(pins)])


def add_command(folder: Path, environment: Path, *, on_windows: bool = ON_WINDOWS) -> None:
    """Let the environment import the project where it stands, and put the command `workshop-kit` beside its Python."""
    packages = environment / "Lib/site-packages" if on_windows else next(environment.glob("lib/python*/site-packages"))
    (packages / "workshop-kit-project.pth").write_text(os.path.relpath(folder, packages) + "\n", encoding="utf-8")
    flags = " ".join(PYTHON_FLAGS)
    if on_windows:
        command = python_in(environment, on_windows=True).with_name("workshop-kit.cmd")
        command.write_text(f'@"%~dp0python.exe" {flags} -m workshop_kit %*\n', encoding="utf-8", newline="\r\n")
    else:
        command = python_in(environment, on_windows=False).with_name("workshop-kit")
        command.write_text(f'#!/bin/sh\nexec "$(dirname -- "$0")/python" {flags} -m workshop_kit "$@"\n', encoding="utf-8")
        command.chmod(0o755)


@contextmanager
def locked(path: Path) -> Generator[None]:
    """Hold the lock file while the environment is made; a second run waits. The system lets go of it when the run ends or is killed."""
    with path.open("ab") as handle:
        if not try_lock(handle.fileno()):
            import time

            say("En annen kjøring lager miljøet i .venv: venter på den …")
            while not try_lock(handle.fileno()):
                time.sleep(LOCK_POLL_SECONDS)
        os.set_inheritable(handle.fileno(), True)  # an installer that outlives a killed run keeps the lock until it is done
        yield


def try_lock(descriptor: int) -> bool:
    """Take the lock on an open file, or answer False at once when another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            return False
        raise
    return True


def run(command: Sequence[str], **variables: str) -> tuple[int, str]:
    """Run a program unseen, with added environment variables; give its exit code (127: not there) and what it printed."""
    import subprocess

    environment = {**os.environ, **variables}
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, close_fds=False, env=environment, check=False)
    except FileNotFoundError as error:
        return 127, str(error)
    return done.returncode, (done.stdout + done.stderr).decode("utf-8", errors="replace")


def demand(command: Sequence[str]) -> None:
    """Run a program that must succeed. Raises KitError with the reason when it does not."""
    code, printed = run(command)
    if code != 0:
        raise KitError(reason_of_failure(printed))


def reason_of_failure(printed: str) -> str:
    """Turn what an installer printed when it failed into one line: what happened, and what to do."""
    text = printed.casefold()
    for signs, reason in FAILURES:
        if any(sign in text for sign in signs):
            return reason
    last = printed.strip().splitlines()[-1:] or ["uten forklaring"]
    return f"Pakkene lot seg ikke installere ({last[0].strip()}): slett mappen .venv, og kjør samme kommando igjen."


def explain(error: OSError) -> str:
    """Turn a failed file operation into one line: what happened, and what to do."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return FULL_DISK
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return READ_ONLY
    return f"Miljøet i .venv lot seg ikke lage ({error.strerror}: {error.filename}): slett mappen .venv, og kjør samme kommando igjen."


def missing_libraries(load: Callable[[str], object]) -> list[str]:
    """Give the sonames of Qt's libraries that the loader raises OSError for."""
    missing: list[str] = []
    for soname in QT_LIBRARIES:
        try:
            load(soname)
        except OSError:
            missing.append(soname)
    return missing


def settle_qt_libraries() -> None:
    """Install (as root on Debian) or name the Linux libraries that Qt lacks."""
    if not sys.platform.startswith("linux"):
        return
    from ctypes import CDLL

    missing = missing_libraries(CDLL)
    if missing and install_debian_packages([QT_LIBRARIES[soname] for soname in missing]):
        missing = missing_libraries(CDLL)
    if missing:
        packages = " ".join(QT_LIBRARIES[soname] for soname in missing)
        say(f"Skrivebordsprogrammet trenger {', '.join(missing)}: kjør «sudo apt install {packages}». Kommandoen make virker uten.")


def install_debian_packages(packages: Sequence[str]) -> bool:
    """Install packages where the user is root on Debian; answer whether that was done."""
    apt = shutil.which("apt-get")
    if sys.platform == "win32" or os.geteuid() != 0 or not apt or not Path("/etc/debian_version").exists():
        return False
    say(f"Installerer systempakker: {' '.join(packages)} …")
    command = [apt, "install", "--yes", "--quiet", "--no-install-recommends", *packages]
    if run(command, DEBIAN_FRONTEND="noninteractive")[0] == 0:
        return True
    run([apt, "update", "--quiet"])  # the lists of packages may be old or absent: only then are they fetched
    return run(command, DEBIAN_FRONTEND="noninteractive")[0] == 0


def missing_heavy_tools(find: Callable[[str], object] = shutil.which, folders: Sequence[str] = DICTIONARY_FOLDERS) -> dict[str, str]:
    """Give the tools and dictionaries that the heavy tests need and that are not found, each with its Debian package."""
    tools = {tool: package for tool, package in HEAVY_TOOLS.items() if not find(tool)}
    places = [Path(folder).expanduser() for folder in (*os.environ.get("DICPATH", "").split(os.pathsep), *folders) if folder]
    lacking = [name for name in DICTIONARIES if not any((place / name).is_file() for place in places)]
    return {**tools, **dict.fromkeys(lacking, "hunspell-no")}


def announce_heavy_tools(missing: Mapping[str, str], *, mandatory: bool) -> None:
    """Name missing tools, whose tests are skipped. Raises KitError where they are mandatory."""
    line = f"Mangler {', '.join(missing)} (Debian: {' '.join(dict.fromkeys(missing.values()))})"
    if missing and mandatory:
        raise KitError(line + ": installer dem, eller kjør uten WORKSHOP_KIT_HEAVY=1.")
    if missing:
        say(f"{line}: testene som bruker dem, hoppes over.")


def run_checks(python: Path, arguments: Sequence[str]) -> int:
    """Run the checks in order, up to the first that fails, and give its exit code; pytest gets the arguments and the last word."""
    import subprocess

    announce_heavy_tools(missing_heavy_tools(), mandatory=os.environ.get("WORKSHOP_KIT_HEAVY") == "1")
    for name, command in (*CHECKS, ("pytest", ("-m", "pytest", "-n", "logical", *arguments))):
        print(f"== {name}", flush=True)
        code = subprocess.call([str(python), *PYTHON_FLAGS, *command], cwd=FOLDER, env=variables_for(FOLDER))
        if code != 0:
            return code
    return 0


def variables_for(folder: Path) -> dict[str, str]:
    """Give the environment variables of a run: the project can be imported, and no other Python's settings leak in."""
    variables = {key: value for key, value in os.environ.items() if key not in ("PYTHONHOME", "VIRTUAL_ENV")}
    return {**variables, "PYTHONPATH": str(folder)}


def pass_on(python: Path, arguments: Sequence[str]) -> int:
    """Become the command workshop-kit, in the folder the user stands in; on Windows wait for it and give its exit code."""
    command = [str(python), *PYTHON_FLAGS, "-m", "workshop_kit", *arguments]
    if not ON_WINDOWS:
        os.execve(command[0], command, variables_for(FOLDER))
    import subprocess

    return subprocess.call(command, env=variables_for(FOLDER))


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments say and give the exit code: 2 for what the user must mend, else that of what was run."""
    if not arguments or arguments[0] in ("help", "--help", "-h"):
        print(HELP, end="")
        return 0
    is_test = arguments[0] == "test"
    try:
        python = ensure_environment(FOLDER, with_development=is_test)
        return run_checks(python, arguments[1:]) if is_test else pass_on(python, arguments)
    except KitError as error:
        say(str(error))
    except OSError as error:
        say(explain(error))
    except KeyboardInterrupt:
        say("Avbrutt. Kjør samme kommando igjen, så fortsetter det.")
        return 130
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
