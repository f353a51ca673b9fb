"""Everything one person can be sent: pages, files, feeds, mails; as text that can be searched."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pypdfium2
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.test import Client

LINK = re.compile(r'href="(/[^"#]*)"')
SKIPPED = ("/account/logout", "/static/")


def body_of(response: HttpResponse) -> bytes:
    """The whole body, of streams too."""
    if isinstance(response, StreamingHttpResponse | FileResponse):
        return b"".join(response.streaming_content)
    return bytes(response.content)


def text_of(body: bytes) -> str:
    """What a person could read in it: the text of a PDF, the parts of an archive, or the bytes as text."""
    if body.startswith(b"%PDF"):
        with pypdfium2.PdfDocument(body) as document:
            return "\n".join(page.get_textpage().get_text_range() for page in document)
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return "\n".join(text_of(archive.read(name)) for name in archive.namelist())
    text = body.decode("utf-8", errors="replace")
    return text.replace("\r\n ", "") if text.startswith("BEGIN:VCALENDAR") else text


def crawl(client: Client, starts: list[str], limit: int = 400) -> Iterator[tuple[str, str]]:
    """Every address that can be reached by links from ``starts``, with its text; at most ``limit`` more than these."""
    waiting, seen = list(starts), set(starts)
    limit += len(starts)
    while waiting and len(seen) < limit:
        url = waiting.pop(0)
        response = client.get(url)
        body = body_of(response)
        text = text_of(body)
        yield url, text
        if response.status_code == 200 and response.get("Content-Type", "").startswith("text/html"):
            for found in LINK.findall(text):
                link = found.replace("&amp;", "&")
                if link not in seen and not link.startswith(SKIPPED):
                    seen.add(link)
                    waiting.append(link)
