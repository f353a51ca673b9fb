"""What else may be done to a PDF between taking it and giving it back."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from asn1crypto import crl, ocsp
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko.sign.validation.dss import DocumentSecurityStore


def update(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """An incremental update."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def add_note(pdf: bytes) -> bytes:
    """Stick a note on the page."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        page = writer.find_page_for_modification(0)[0].get_object()
        note = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Annot"),
                pdf_name("/Subtype"): pdf_name("/FreeText"),
                pdf_name("/Rect"): generic.ArrayObject(generic.NumberObject(number) for number in (50, 50, 200, 90)),
                pdf_name("/Contents"): generic.TextStringObject("900.000.000"),
            }
        )
        page["/Annots"].append(writer.add_object(note))
        writer.update_container(page["/Annots"])
        writer.update_container(page)

    return update(pdf, change)


def add_content(pdf: bytes) -> bytes:
    """Paint over the page."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        stream = generic.StreamObject(stream_data=b"1 1 1 rg 100 690 200 40 re f")
        writer.add_stream_to_page(0, writer.add_object(stream))

    return update(pdf, change)


def add_text_field(pdf: bytes, value: str = "") -> bytes:
    """A form field to fill in; the product never makes one, but a paper from elsewhere may have one."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        page = writer.find_page_for_modification(0)[0]
        field = generic.DictionaryObject(
            {
                pdf_name("/FT"): pdf_name("/Tx"),
                pdf_name("/T"): generic.TextStringObject("amount"),
                pdf_name("/V"): generic.TextStringObject(value),
                pdf_name("/Subtype"): pdf_name("/Widget"),
                pdf_name("/Rect"): generic.ArrayObject(generic.NumberObject(number) for number in (50, 50, 200, 90)),
                pdf_name("/P"): page,
            }
        )
        form = writer.root["/AcroForm"]
        form["/Fields"].append(writer.add_object(field))
        writer.update_container(form["/Fields"])
        writer.update_container(form)
        writer.update_root()

    return update(pdf, change)


def fill_text_field(pdf: bytes, value: str) -> bytes:
    """Fill the form field."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        for item in writer.root["/AcroForm"]["/Fields"]:
            field = item.get_object()
            if field["/T"] == "amount":
                field[pdf_name("/V")] = generic.TextStringObject(value)
                writer.update_container(field)

    return update(pdf, change)


def add_empty_field(pdf: bytes, name: str) -> bytes:
    """One more empty signature field."""
    return update(pdf, lambda writer: append_signature_field(writer, SigFieldSpec(name, box=(20, 20, 120, 60))))


def add_script_field(pdf: bytes, name: str) -> bytes:
    """A signature field that runs a script when the pointer touches it."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        append_signature_field(writer, SigFieldSpec(name, box=(20, 20, 120, 60)))
        field = next(f.get_object() for f in writer.root["/AcroForm"]["/Fields"] if f.get_object()["/T"] == name)
        script = {pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): generic.TextStringObject("app.alert(1)")}
        actions = generic.DictionaryObject({pdf_name("/E"): generic.DictionaryObject(script)})
        field[pdf_name("/AA")] = actions

    return update(pdf, change)


def add_evidence(pdf: bytes, *, crls: list[bytes] | None = None, ocsps: list[bytes] | None = None) -> bytes:
    """Append a security store with revocation data, as signing software does for the long term."""
    signature = PdfFileReader(BytesIO(pdf)).embedded_signatures[-1]
    out = BytesIO(pdf)
    DocumentSecurityStore.add_dss(
        out,
        sig_contents=signature.pkcs7_content.hex().encode().upper(),
        crls=[crl.CertificateList.load(der) for der in crls or []],
        ocsps=[ocsp.OCSPResponse.load(der) for der in ocsps or []],
    )
    return out.getvalue()


def encrypt(pdf: bytes) -> bytes:
    """Set a password."""
    writer = copy_into_new_writer(PdfFileReader(BytesIO(pdf)))
    writer.encrypt(owner_pass="secret")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def rewrite(pdf: bytes) -> bytes:
    """Save all anew, as software does that cannot append."""
    writer = copy_into_new_writer(PdfFileReader(BytesIO(pdf)))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def flip(pdf: bytes, offset: int) -> bytes:
    """Change one byte."""
    return pdf[:offset] + bytes([pdf[offset] ^ 1]) + pdf[offset + 1 :]
