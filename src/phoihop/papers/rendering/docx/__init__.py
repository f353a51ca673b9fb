"""The sheet as an editable Word document, with real styles, tables and page numbers."""

from phoihop.papers.rendering.docx.document import build_docx

__all__ = ["build_docx"]
