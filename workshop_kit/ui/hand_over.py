"""Lets a second start of the program hand its files over to the one that runs already, so that one user has one window."""

import getpass
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ATTEMPTS, WAIT, ANSWER_WAIT = 10, 200, 2_000
"""How often and how long, in milliseconds, the running program is sought, and how long its answer is waited for."""
ANSWER = b"ok\n"
MOST_BYTES = 1_000_000


class Receiver(QObject):
    """Listens in the running program; `received` carries the files of each later start, none when there were none."""

    received = Signal(tuple)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        QLocalServer.removeServer(name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        self.is_listening = self._server.listen(name)

    def _greet(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > MOST_BYTES:
                socket.abort()
            return
        try:
            files = msgspec.json.decode(socket.readLine().data(), type=tuple[str, ...])
        except msgspec.DecodeError:
            socket.abort()
            return
        socket.write(ANSWER)
        socket.flush()
        socket.disconnectFromServer()
        self.received.emit(tuple(Path(each) for each in files))


def server_name(settings: Path) -> str:
    """Give the name under which a user's program is found: another one for each user and each settings file."""
    return f"workshop-kit-{hashlib.sha256(f'{getpass.getuser()} {settings.absolute()}'.encode()).hexdigest()[:12]}"


def hand_over(name: str, files: Sequence[Path]) -> bool:
    """Give the files to the running program; tell whether it took them. It may be just about to listen, so it is sought for a while."""
    socket = QLocalSocket()
    for _ in range(ATTEMPTS):
        socket.connectToServer(name)
        if socket.waitForConnected(WAIT):
            break
    else:
        return False
    _let_it_come_forward()
    socket.write(msgspec.json.encode([str(each.absolute()) for each in files]) + b"\n")
    answer = b""
    while len(answer) < len(ANSWER) and socket.waitForReadyRead(ANSWER_WAIT):
        answer += socket.readAll().data()
    return answer == ANSWER


def _let_it_come_forward() -> None:
    """Allow the running program to come to the front: on Windows only who was started by the user may grant that."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)
