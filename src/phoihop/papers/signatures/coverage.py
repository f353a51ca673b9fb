"""Which bytes a signature covers, read with more suspicion than the standard asks for."""

from __future__ import annotations

import re

from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

HEX = re.compile(rb"<[0-9A-Fa-f]+>")


def sound_range(signature: EmbeddedPdfSignature, data: bytes) -> bool:
    """The byte range starts at 0, lies within the file, and leaves out the hexadecimal signature and nothing else."""
    numbers = [int(number) for number in signature.byte_range]
    if len(numbers) != 4 or numbers[0] != 0 or min(numbers) < 0:
        return False
    _, before, start, after = numbers
    if start <= before or start + after > len(data):
        return False
    gap = data[before:start]
    return HEX.fullmatch(gap) is not None and len(gap) == len(signature.pkcs7_content) * 2 + 2


def signed_end(signature: EmbeddedPdfSignature) -> int:
    """The offset just behind the last signed byte."""
    return int(signature.byte_range[2]) + int(signature.byte_range[3])


def rest_is_blank(data: bytes, start: int) -> bool:
    """Whether nothing but line ends follows."""
    return not data[start:].strip(b"\r\n")


def rest_is_revisions(signature: EmbeddedPdfSignature, data: bytes) -> bool:
    """Whether what follows is whole revisions, one end mark each, with nothing stuffed in between or behind."""
    later = signature.reader.xrefs.total_revisions - 1 - signature.signed_revision
    rest = data[signed_end(signature) :]
    return later > 0 and rest.count(b"%%EOF") == later and not rest[rest.rindex(b"%%EOF") + 5 :].strip(b"\r\n")
