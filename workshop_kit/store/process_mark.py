"""Tells a living process from one that is dead, and from a later one that got the same number."""

import contextlib
import os
import sys
from pathlib import Path

_PROC = Path("/proc")
_BOOT = _PROC / "sys/kernel/random/boot_id"
_STATE, _STARTED = 0, 19
"""Where Linux' line about a process has its state and its start in ticks since the machine was started, after its name."""
_ZOMBIE, _DEAD = "Z", "X"


def process_mark(process: int) -> str | None:
    """Give a mark of a living process that no other gets, None when there is none; made without the clock where that can be.

    On Linux it is the start of the machine and of the process, on Windows the time of the process' start, elsewhere what
    `ps` tells about it.
    """
    if sys.platform == "win32":
        return _windows_mark(process)
    if _BOOT.exists():
        return _linux_mark(process)
    return _posix_mark(process)


def _linux_mark(process: int) -> str | None:
    """Give the mark from /proc; a process that has ended and is not yet collected is dead."""
    try:
        fields = (_PROC / str(process) / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        boot = _BOOT.read_text(encoding="utf-8").strip()
    except OSError:
        return None
    return None if fields[_STATE] in {_ZOMBIE, _DEAD} else f"{boot[:8]}-{fields[_STARTED]}"


def _posix_mark(process: int) -> str | None:
    """Give the mark from `ps`, which every POSIX system has; the bare number where it does not answer.

    What starts programs is imported here: the first window is painted without it, and Linux and Windows never ask `ps`.
    """
    import subprocess

    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return None
    except OSError:
        pass
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        asked = ["/bin/ps", "-o", "lstart=", "-p", str(process)]
        told = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", errors="replace", check=True, timeout=5)
        return told.stdout.strip()
    return str(process)


def _windows_mark(process: int) -> str | None:
    """Give the mark from Windows; os.kill must not be asked there, because it would end the process."""
    if sys.platform != "win32":
        return None
    import ctypes
    from ctypes import wintypes

    limited_information, still_active = 0x1000, 259
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.OpenProcess.restype = wintypes.HANDLE
    handle = kernel.OpenProcess(limited_information, False, process)
    if not handle:
        access_denied = 5
        return str(process) if ctypes.get_last_error() == access_denied else None
    try:
        times = [wintypes.FILETIME() for _ in range(4)]
        code = wintypes.DWORD()
        wanted = (wintypes.HANDLE(handle), *(ctypes.byref(each) for each in times))
        if not kernel.GetProcessTimes(*wanted) or not kernel.GetExitCodeProcess(wintypes.HANDLE(handle), ctypes.byref(code)):
            return str(process)
        return f"{times[0].dwHighDateTime:x}-{times[0].dwLowDateTime:x}" if code.value == still_active else None
    finally:
        kernel.CloseHandle(wintypes.HANDLE(handle))
