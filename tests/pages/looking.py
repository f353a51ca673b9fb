"""Looking at a page as a person of the demo year: light and dark, wide and narrow, each built part once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

SIZES = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 360, "height": 800}}
CONTRAST = ("color-contrast",)
RULES = {  # contrast takes most of the time: it is measured where all is in sight
    "light wide": {},
    "dark narrow": {"but": CONTRAST},
    "dark wide": {"only": CONTRAST},
}
# How a page is built: elements, classes, roles, references and states, but no words, and a list's like rows once.
# The frame around <main> and <main> itself are told apart.
SKELETON = r"""() => {
    const kept = /^(class|id|for|name|role|type|lang|dir|tabindex|scope|autocomplete|inputmode|aria-.*)$/;
    const words = /^aria-(label|description|roledescription|value(now|text))$/;
    const opaque = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "SVG", "CANVAS"]);
    const plain = (text) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, "#");
    const shown = ({ name, value }) => {
        if (!kept.test(name) || words.test(name)) return value.trim() ? `${name}=…` : name;
        return `${name}=${name === "class" ? value : plain(value)}`;
    };
    const inside = (node) => {
        if (opaque.has(node.nodeName.toUpperCase())) return "";
        const parts = new Set();
        for (const child of node.childNodes) {
            if (child.nodeType === Node.TEXT_NODE && child.data.trim()) parts.add("…");
            if (child.nodeType === Node.ELEMENT_NODE && child.id !== "main") parts.add(built(child));
        }
        return [...parts].join("");
    };
    const built = (node) =>
        `<${[node.localName, ...[...node.attributes].map(shown).sort()].join(" ")}>${inside(node)}</>`;
    const main = document.getElementById("main");
    return [built(document.documentElement), main ? built(main) : ""];
}"""


@dataclass(frozen=True, slots=True)
class Known:
    """The parts of pages that were held against the rules before, by whatever worker: files of no content."""

    folder: Path

    def news(self, page: Page) -> str | None:
        """What of this page was not seen before: the selector of all of it, of its content, or nothing."""
        frame, main = (self._is_new(part) for part in page.evaluate(SKELETON))
        return ":root" if frame else "#main" if main else None

    def _is_new(self, part: str) -> bool:
        try:
            (self.folder / hashlib.sha256(part.encode()).hexdigest()).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True


@dataclass(frozen=True, slots=True)
class Eyes:
    """Two windows of one person. None changes its colours: drawing all anew takes longer than opening a page."""

    light: Page
    dark: Page
    barriers: Callable[..., list[str]]
    known: Known

    def problems(self, url: str) -> Iterator[str]:
        """What is wrong with a page. Its width is looked at always, the rules are asked of what is new in it."""
        self.dark.goto(url, wait_until="load")
        new = self.known.news(self.dark)
        here = "narrow" if self.dark.viewport_size == SIZES["narrow"] else "wide"
        for size in (here, "wide" if here == "narrow" else "narrow"):
            self.dark.set_viewport_size(SIZES[size])
            yield from self._seen(self.dark, f"dark {size}", new)
        if new:
            self.light.goto(url, wait_until="load")
            yield from self._seen(self.light, "light wide", new)

    def _seen(self, page: Page, look: str, within: str | None) -> Iterator[str]:
        found = self.barriers(page, within=within, **RULES[look]) if within else []
        yield from (f"({look}): {problem}" for problem in found + sideways(page))


def sideways(page: Page) -> list[str]:
    """Whether the page scrolls sideways."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"scrolls sideways by {wide} px"] if wide > 0 else []
