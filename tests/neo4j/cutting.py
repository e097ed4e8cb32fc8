"""A line to a server that can be cut: a small proxy on this machine."""

import contextlib
import socket
import threading
from collections.abc import Iterator


class Line:
    """Passes bytes on, until it is cut after so many have come back."""

    def __init__(self, port: int, *, after: int | None = None) -> None:
        self._port, self._after, self.passed = port, after, 0
        self._ends: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self, *, after: int = 0) -> None:
        """Cut it when ``after`` more bytes have come back."""
        self._after = self.passed + after
        if not after:
            self.close()

    def close(self) -> None:
        """Let go of everything, as a cable that is pulled."""
        for end in (self._listener, *self._ends):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._port))
                self._ends += [near, far]
                for way in ((near, far, False), (far, near, True)):
                    threading.Thread(target=self._pass_on, args=way, daemon=True).start()

    def _pass_on(self, source: socket.socket, sink: socket.socket, is_back: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(4096):
                sink.sendall(data)
                self.passed += len(data) if is_back else 0
                if self._after is not None and self.passed >= self._after:
                    self.close()


@contextlib.contextmanager
def line_to(port: int) -> Iterator[Line]:
    """Lay a line to the server at ``port``."""
    line = Line(port)
    try:
        yield line
    finally:
        line.close()
