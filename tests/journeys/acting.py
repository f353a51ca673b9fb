"""A person at a browser of their own: reads, fills in, presses; what the browser complains of is kept."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, ConsoleMessage, FilePayload, Locator, Page, Response, expect

PICTURES = Path(__file__).resolve().parents[2] / "docs/pictures"
SIZE = {"width": 1280, "height": 800}
WAIT_MS = 15_000
COLOURS = 128
PASSWORD = "Mat-khau-rat-dai-2026"


class Person:
    """Somebody with a browser window."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.address, self.complaints = address, list[str]()
        self.context = browser.new_context(
            viewport=SIZE, locale="vi-VN", reduced_motion="reduce", accept_downloads=True
        )  # type: ignore[arg-type]
        self.context.set_default_timeout(WAIT_MS)
        self.page: Page = self.context.new_page()
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))
        self.page.on("response", self._answered)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"{self.page.url}: {message.text}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status} {response.request.method} {response.url}")

    def go(self, path: str) -> None:
        """Open an address of the installation, with or without its host."""
        self.page.goto(path if path.startswith("http") else self.address + path)

    def follow(self, name: str) -> None:
        """Follow the first link in the page of that name."""
        target = self.page.locator("main").get_by_role("link", name=name).first
        path = target.get_attribute("href")
        assert path is not None
        target.click()
        self.page.wait_for_url(lambda url: url.endswith(path.partition("#")[0]))

    def form(self, field: str) -> Locator:
        """The form that has the field, with whatever folds it away opened."""
        form = self.page.locator(f"main form:has([name={field!r}])").first
        form.evaluate(
            "e => { for (let d = e.closest('details'); d; d = d.parentElement.closest('details')) d.open = true }"
        )
        return form

    def fill_in(self, **values: Any) -> None:
        """Fill in the form with these fields and send it."""
        before = self.page.url
        form = self.form(next(iter(values)))
        for name, value in values.items():
            _put(form, name, value)
        with self.page.expect_navigation():
            form.locator("button[type=submit]").first.click()
        wrong = self.page.locator("main .invalid-feedback, main .alert-danger").all_inner_texts()
        assert not wrong, f"{before}: {wrong}"

    def press(self, name: str, *, agree: bool = False) -> None:
        """Press a button; agree where a question follows."""
        button = self.page.locator("main").get_by_role("button", name=name, exact=True).first
        button.evaluate("e => { const d = e.closest('details'); if (d) d.open = true }")
        if agree:
            button.click()
            button = self.page.locator("dialog button[value=yes]")
        with self.page.expect_navigation():
            button.click()
        wrong = self.page.locator("main .alert-danger").all_inner_texts()
        assert not wrong, f"{name}: {wrong}"

    def take(self, name: str) -> bytes:
        """Press a button that downloads a file."""
        with self.page.expect_download() as found:
            self.page.locator("main").get_by_role("button", name=name).first.click()
        return Path(found.value.path()).read_bytes()

    def sees(self, text: str) -> None:
        """The page shows the text."""
        expect(self.page.locator("main").get_by_text(text).first).to_be_visible()

    def lacks(self, text: str) -> None:
        """The page does not say the text."""
        expect(self.page.locator("main")).not_to_contain_text(text)

    def sign_in(self, email: str) -> None:
        """Through the page everybody uses."""
        self.go("/account/login/")
        self.fill_in(login=email, password=PASSWORD)
        expect(self.page).not_to_have_url(re.compile("/account/login/"))

    def picture(self, name: str) -> None:
        """Keep the window as a picture, where PICTURES=1 asks for pictures."""
        if os.environ.get("PICTURES") != "1":
            return
        shot = Image.open(io.BytesIO(self.page.screenshot())).convert("RGB")
        shot.quantize(COLOURS, dither=Image.Dither.NONE).save(PICTURES / f"journey-{name}.png", optimize=True)

    def close(self) -> None:
        """Close the window."""
        self.context.close()


def _put(form: Locator, name: str, value: Any) -> None:
    """A choice, a tick, a file or a text, as the field wants it."""
    field = form.locator(f"[name={name!r}]").first
    kind = field.evaluate("e => e.type")
    if kind in {"radio", "checkbox"}:
        for one in value if isinstance(value, list) else [value]:
            form.locator(
                f"[name={name!r}][value={one!r}]" if isinstance(one, str) else f"[name={name!r}]"
            ).first.check()
    elif kind == "file":
        file_name, media, data = value
        field.set_input_files(FilePayload(name=file_name, mimeType=media, buffer=data))
    elif kind.startswith("select"):
        field.select_option(value=value) if re.fullmatch(r"[a-z_]+|[0-9a-f-]{36}", value) else field.select_option(
            label=value
        )
    else:
        field.fill(value)
