"""Words for findings about the file as a whole."""

from __future__ import annotations

FILE_WORDS: dict[str, tuple[str, str]] = {
    "too_large": (
        "Tệp lớn hơn {limit} MB nên không được đọc. Hãy tải lên đúng tệp PDF đã ký.",
        "The file is larger than {limit} MB and was not read. Upload the signed PDF itself.",
    ),
    "not_pdf": (
        "Tệp không phải là PDF. Hãy tải lên tệp PDF mà phần mềm ký đã lưu.",
        "The file is not a PDF. Upload the PDF that your signing software saved.",
    ),
    "truncated": (
        "Tệp bị cắt cụt, thiếu phần cuối. Hãy tải lại tệp từ máy đã ký.",
        "The file is cut short; its end is missing. Upload it again from the computer where it was signed.",
    ),
    "damaged": (
        "Không đọc được cấu trúc của tệp PDF. Hãy lấy lại tệp mới nhất tại đây và ký lại.",
        "The structure of the PDF cannot be read. Take the newest file here and sign again.",
    ),
    "encrypted": (
        "Tệp PDF bị mã hóa hoặc đặt mật khẩu. Hãy ký tệp gốc mà không đặt mật khẩu.",
        "The PDF is encrypted or has a password. Sign the original file without setting a password.",
    ),
    "foreign": (
        (
            "Tệp không phải là bản đã gửi ký, hoặc phần mềm ký đã ghi lại toàn bộ tệp. Hãy lấy tệp mới nhất tại đây"
            " và ký lại, chọn chế độ ký nối tiếp (giữ nguyên nội dung cũ)."
        ),
        (
            "This is not the file that was circulated, or the signing software rewrote all of it. Take the newest"
            " file here and sign again, choosing incremental (append) signing."
        ),
    ),
    "stale": (
        "Bên khác đã ký trước vào bản mới hơn. Hãy lấy tệp mới nhất tại đây và ký lại.",
        "Another party signed first, on a newer file. Take the newest file here and sign again.",
    ),
    "rewritten": (
        "Phần nối thêm không dựa trên bản đã gửi ký. Hãy lấy tệp mới nhất tại đây và ký lại.",
        "The added part does not build on the circulated revision. Take the newest file here and sign again.",
    ),
    "nothing_new": (
        "Tệp giống tệp đã phát ra, chưa có chữ ký mới. Hãy ký rồi tải lên tệp đã ký.",
        "The file is the same as was handed out, without a new signature. Sign it, then upload the signed file.",
    ),
    "unsigned": (
        "Tệp không có chữ ký mới. Hãy ký rồi tải lên tệp đã ký.",
        "The file has no new signature. Sign it, then upload the signed file.",
    ),
    "several_new": (
        "Tệp có {count} chữ ký mới; mỗi lần chỉ nhận một chữ ký. Hãy lấy tệp mới nhất tại đây và ký một lần.",
        "The file has {count} new signatures; one is accepted at a time. Take the newest file here and sign once.",
    ),
    "changed_before_signing": (
        (
            "Nội dung đã bị thay đổi trước khi ký (ví dụ thêm ghi chú, sửa trang). Hãy lấy tệp mới nhất tại đây và"
            " chỉ ký."
        ),
        (
            "The content was changed before signing (a note added, a page edited). Take the newest file here and only"
            " sign."
        ),
    ),
    "not_compared": (
        "Tệp được kiểm tra riêng lẻ, không so với bản đã gửi ký.",
        "The file was checked by itself, not compared with a circulated revision.",
    ),
}
