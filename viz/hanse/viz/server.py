"""The explorer as a served page: GET only, on this machine only, no state kept for anybody."""

import secrets
import socket
import sys
from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import urlsplit

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse
from starlette.middleware.trustedhost import TrustedHostMiddleware

from hanse.graph.errors import HanseError, UnknownName, UserMistake
from hanse.viz import explorer
from hanse.viz.api import Desk
from hanse.viz.network import script
from hanse.viz.projects import version
from hanse.viz.session import Session

Next = Callable[[Request], Awaitable[Response]]

HOST: Final = "127.0.0.1"
ALLOWED_HOSTS: Final = ("127.0.0.1", "localhost")
HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-cache",
}
# What a browser says of a request that a page of another origin caused.
FOREIGN: Final = ("cross-site", "same-site")


def serve(project: str, *, port: int | None, as_of: str | None, open_browser: bool) -> None:
    """Serve the explorer of a project until it is stopped.

    Parameters
    ----------
    project
        A project file or the name of a shipped project.
    port
        The port to listen on; ``None`` takes a free one.
    as_of
        The day to ask for; ``None`` is the project's own.
    open_browser
        Whether to open the page in the reader's browser.

    Raises
    ------
    UserMistake
        When the port is taken, or the project cannot be opened.
    """
    listener = listen(port)
    import uvicorn

    application = app(Session.open(project, as_of=as_of))
    address = f"http://{HOST}:{listener.getsockname()[1]}/"
    print(f"Hanse explorer: {address}  (stop it with Ctrl+C)", file=sys.stderr)  # noqa: T201
    if open_browser:
        import webbrowser

        webbrowser.open(address)
    config = uvicorn.Config(application, log_level="warning", server_header=False, ws="none")
    uvicorn.Server(config).run(sockets=[listener])


def listen(port: int | None) -> socket.socket:
    """Return a socket that listens on this machine only, on ``port`` or on a free one.

    Raises
    ------
    UserMistake
        When the port is taken, or is none.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port or 0))
        listener.listen()
    except (OSError, OverflowError) as fault:
        listener.close()
        reason = getattr(fault, "strerror", None) or "it is no port"
        hint = "leave --port out to take a free one"
        raise UserMistake(f"cannot listen on port {port}: {reason}", hint=hint) from None
    return listener


def app(session: Session) -> FastAPI:
    """Return the application that serves one project on one day.

    Interactive documentation is off: it would load scripts from elsewhere. The description of
    the interface itself stands at ``/openapi.json``.
    """
    desk = Desk.of(session)
    api = FastAPI(
        title="Hanse", version=version(), docs_url=None, redoc_url=None, redirect_slashes=False
    )
    api.include_router(desk.router())
    _add_pages(api, desk)
    api.add_exception_handler(HanseError, _refusal)
    api.add_exception_handler(Exception, _fault)
    api.middleware("http")(_guarded)
    api.add_middleware(TrustedHostMiddleware, allowed_hosts=list(ALLOWED_HOSTS))
    return api


def _add_pages(api: FastAPI, desk: Desk) -> None:
    """Add the page, its assets and the sign of life; none of them is part of the interface."""

    def page(around: str | None = None, members: str | None = None) -> Response:
        html, policy = desk.around(around, members).page
        return HTMLResponse(html, headers={"Content-Security-Policy": policy})

    def healthz() -> Response:
        return PlainTextResponse("ok")

    pages: dict[str, Callable[..., Response]] = {"/": page, "/healthz": healthz}
    pages |= {
        "/static/page.css": _asset(explorer.style(), "text/css"),
        "/static/page.js": _asset(explorer.module(), "text/javascript"),
        "/static/vis-network.js": _asset(script(), "text/javascript"),
    }
    pages["/static/charts.js"] = _charts
    for path, answer in pages.items():
        api.add_api_route(path, answer, methods=["GET", "HEAD"], include_in_schema=False)


def _charts() -> Response:
    """Return the script that draws charts: made when the first chart is asked for."""
    from hanse.viz.charts import bundle

    return Response(bundle(), media_type="text/javascript")


def _asset(text: str, media_type: str) -> Callable[[], Response]:
    def asset() -> Response:
        return Response(text, media_type=media_type)

    return asset


async def _guarded(request: Request, call_next: Next) -> Response:
    """Refuse what a page of another origin asked for; send every answer with its headers."""
    response = _foreign(request) or await call_next(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Content-Security-Policy", "default-src 'none'")
    return response


def _foreign(request: Request) -> Response | None:
    """Return a refusal for what another origin caused; following a link to the page is fine."""
    origin = request.headers.get("origin")
    is_other = origin is not None and urlsplit(origin).netloc != request.headers.get("host")
    caused = request.headers.get("sec-fetch-site") in FOREIGN
    is_visit = request.url.path == "/" and request.method == "GET"
    if is_other or (caused and not is_visit):
        return _error(403, "another site may not ask this server", "open the page itself", "")
    return None


def _error(status: int, what: str, hint: str, where: str) -> Response:
    document = {"error": {"what": what, "where": where, "hint": hint}}
    return JSONResponse(document, status_code=status)


async def _refusal(request: Request, fault: Exception) -> Response:
    """Return what is wrong, where, and what to do about it."""
    del request
    if not isinstance(fault, HanseError):
        raise fault
    status = 404 if isinstance(fault, UnknownName) else 400
    status = status if isinstance(fault, UserMistake) else 500
    return _error(status, fault.what, fault.hint, fault.where)


async def _fault(request: Request, fault: Exception) -> Response:
    """Return an id to find the fault by in the log, and nothing of what went wrong."""
    name = secrets.token_hex(4)
    print(f"fault {name} at {request.url.path}: {fault!r}", file=sys.stderr)  # noqa: T201
    return _error(500, f"the server failed (fault {name})", "the terminal says more", "")
