"""Notice what a page does that no page of ours may do."""

from collections.abc import Iterable

from playwright.sync_api import ConsoleMessage, Page, Request, Response


class Watch:
    """Collects a page's sins: errors, foreign hosts, cookies, answers of 500 and above.

    A broken Content-Security-Policy is an error on the console. A missing page's own 404 is not.
    """

    def __init__(self, page: Page, origin: str) -> None:
        self._origin = origin
        self._page = page
        self._found: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self._found.append(f"error: {error}"))
        page.on("request", self._see_request)
        page.on("response", self._see_response)

    def problems(self, *, cookies: Iterable[dict] = ()) -> list[str]:
        return self._found + [f"cookie: {cookie['name']}" for cookie in cookies]

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "status of 404" not in message.text:
            self._found.append(f"console: {message.text}")

    def _see_request(self, request: Request) -> None:
        if request.url.startswith(("data:", "blob:", self._origin + "/")):
            return
        self._found.append(f"other host: {request.url}")

    def _see_response(self, response: Response) -> None:
        if response.status >= 500:
            self._found.append(f"{response.status}: {response.url}")
