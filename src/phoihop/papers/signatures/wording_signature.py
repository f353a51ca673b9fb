"""Words for findings about one signature."""

from __future__ import annotations

SIGNATURE_WORDS: dict[str, tuple[str, str]] = {
    "tampered": (
        (
            "Nội dung đã ký bị sửa: giá trị băm không khớp với chữ ký của {signer}. Hãy lấy tệp mới nhất tại đây và"
            " ký lại."
        ),
        (
            "The signed content was altered: the digest does not match the signature of {signer}. Take the newest"
            " file here and sign again."
        ),
    ),
    "broken_signature": (
        (
            "Giá trị chữ ký của {signer} không khớp với chứng thư. Hãy ký lại; nếu vẫn lỗi, hãy báo nhà cung cấp phần"
            " mềm ký."
        ),
        (
            "The signature value of {signer} does not match the certificate. Sign again; if it fails again, tell the"
            " vendor of the signing software."
        ),
    ),
    "unsupported_format": (
        "Chữ ký có định dạng {format} không được hỗ trợ. Hãy ký lại theo chuẩn PAdES hoặc PKCS#7.",
        "The signature has the format {format}, which is not supported. Sign again as PAdES or PKCS#7.",
    ),
    "damaged_signature": (
        "Không đọc được một chữ ký trong tệp. Hãy lấy tệp mới nhất tại đây và ký lại.",
        "One signature in the file cannot be read. Take the newest file here and sign again.",
    ),
    "broken_algorithm": (
        "Chữ ký của {signer} dùng thuật toán đã bị phá vỡ ({algorithm}). Hãy ký lại bằng SHA-256 hoặc mạnh hơn.",
        "The signature of {signer} uses a broken algorithm ({algorithm}). Sign again with SHA-256 or stronger.",
    ),
    "not_whole_file": (
        "Chữ ký của {signer} không bao phủ toàn bộ tệp. Hãy lấy tệp mới nhất tại đây và ký lại.",
        "The signature of {signer} does not cover the whole file. Take the newest file here and sign again.",
    ),
    "changed_after_signing": (
        (
            "Tệp đã bị thay đổi sau chữ ký của {signer} (ví dụ điền biểu mẫu, thêm ghi chú, sửa trang). Hãy tải lên"
            " tệp ngay sau khi ký."
        ),
        (
            "The file was changed after the signature of {signer} (a form filled, a note added, a page edited)."
            " Upload the file as it was saved by signing."
        ),
    ),
    "wrong_slot": (
        "Chữ ký của {signer} nằm ở ô của bên khác. Hãy lấy tệp mới nhất tại đây và ký vào ô của mình.",
        ("The signature of {signer} stands in another party's field. Take the newest file here and sign in your own."),
    ),
    "locks_document": (
        ("Chữ ký của {signer} khóa tệp nên các bên sau không ký được. Hãy ký lại và bỏ chọn khóa tài liệu sau khi ký."),
        (
            "The signature of {signer} locks the file so that others cannot sign. Sign again without locking the"
            " document."
        ),
    ),
    "certifies": (
        (
            "{signer} đã ký theo kiểu chứng nhận (certify), hạn chế chữ ký của các bên sau. Hãy ký lại theo kiểu phê"
            " duyệt."
        ),
        "{signer} certified the file, which restricts later signatures. Sign again with an approval signature.",
    ),
    "expired_at_signing": (
        "Chứng thư của {signer} đã hết hạn từ {until}, trước khi ký. Hãy gia hạn chứng thư rồi ký lại.",
        ("The certificate of {signer} had expired on {until}, before signing. Renew the certificate and sign again."),
    ),
    "expired_now": (
        (
            "Chứng thư của {signer} đã hết hạn từ {until} và không có dấu thời gian chứng minh đã ký trước đó. Hãy"
            " gia hạn chứng thư rồi ký lại."
        ),
        (
            "The certificate of {signer} expired on {until}, and no time stamp proves that it was used before. Renew"
            " the certificate and sign again."
        ),
    ),
    "expired_since": (
        "Chứng thư của {signer} đã hết hạn từ {until}; dấu thời gian cho thấy chữ ký có trước đó.",
        "The certificate of {signer} expired on {until}; the time stamp shows that the signature is older.",
    ),
    "not_yet_valid": (
        "Chứng thư của {signer} chưa có hiệu lực (bắt đầu từ {since}). Hãy ký lại khi chứng thư có hiệu lực.",
        "The certificate of {signer} is not yet valid (from {since}). Sign again once it is.",
    ),
    "revoked": (
        "Chứng thư của {signer} đã bị thu hồi lúc {time}. Hãy ký bằng chứng thư còn hiệu lực.",
        "The certificate of {signer} was revoked at {time}. Sign with a valid certificate.",
    ),
    "issuer_revoked": (
        "Chứng thư của tổ chức đã cấp cho {signer} bị thu hồi lúc {time}. Hãy liên hệ tổ chức chứng thực.",
        "The certificate of the authority above {signer} was revoked at {time}. Ask your certificate authority.",
    ),
    "revoked_since": (
        "Chứng thư của {signer} bị thu hồi lúc {time}, sau thời điểm ký có dấu thời gian.",
        "The certificate of {signer} was revoked at {time}, after the time-stamped signing.",
    ),
    "chain_invalid": (
        "Chuỗi chứng thư của {signer} (do {issuer} cấp) không hợp lệ. Hãy liên hệ tổ chức chứng thực.",
        "The certificate chain of {signer} (issued by {issuer}) is not valid. Ask your certificate authority.",
    ),
    "key_usage": (
        "Chứng thư của {signer} không dùng để ký được. Hãy chọn chứng thư ký số.",
        "The certificate of {signer} is not meant for signing. Choose a signing certificate.",
    ),
    "unknown_issuer": (
        (
            "Tổ chức cấp chứng thư cho {signer} ({issuer}) không có trong danh sách tin cậy. Hãy dùng chứng thư của"
            " tổ chức được công nhận, hoặc đề nghị người quản trị bổ sung."
        ),
        (
            "The authority that issued the certificate of {signer} ({issuer}) is not on the list of trusted ones. Use"
            " a certificate of a recognised authority, or ask the platform keeper to add it."
        ),
    ),
    "self_signed": (
        "Chứng thư của {signer} là chứng thư tự ký. Hãy dùng chứng thư của tổ chức chứng thực được công nhận.",
        "The certificate of {signer} is self-signed. Use a certificate of a recognised authority.",
    ),
    "wrong_signer": (
        (
            "Chứng thư trong tệp mang tên {signer}, chưa được đăng ký ký thay mặt {party}. Hãy dùng chứng thư đã đăng"
            " ký, hoặc đăng ký chứng thư này trước."
        ),
        (
            "The certificate in the file names {signer}, who is not registered to sign for {party}. Use the"
            " registered certificate, or register this one first."
        ),
    ),
    "signer_unproven": (
        (
            "Chứng thư mang tên người ký của {party} ({signer}) nhưng không tổ chức tin cậy nào xác nhận. Hãy dùng"
            " chứng thư của tổ chức được công nhận, hoặc đăng ký theo dấu vân tay."
        ),
        (
            "The certificate carries the name of a signer of {party} ({signer}), but no trusted authority vouches for"
            " it. Use a certificate of a recognised authority, or register its fingerprint."
        ),
    ),
    "same_signer_again": (
        "{signer} đã ký tệp này rồi. Mỗi người chỉ ký một lần; người ký của bên tiếp theo hãy ký.",
        "{signer} has signed this file already. Each person signs once; the next party's signer should sign.",
    ),
    "revocation_unknown": (
        (
            "Chưa biết chứng thư của {signer} có bị thu hồi hay không, vì thiếu danh sách thu hồi còn hạn. Hãy cập"
            " nhật danh sách thu hồi của {issuer}."
        ),
        (
            "It is not known whether the certificate of {signer} was revoked, as no current revocation list is at"
            " hand. Update the revocation list of {issuer}."
        ),
    ),
    "weak_digest": (
        "Chữ ký của {signer} dùng SHA-1, thuật toán đã yếu. Lần sau hãy chọn SHA-256.",
        "The signature of {signer} uses SHA-1, which is weak. Choose SHA-256 next time.",
    ),
    "weak_key": (
        "Khóa của {signer} chỉ dài {bits} bit. Hãy đổi sang khóa từ 2048 bit.",
        "The key of {signer} has only {bits} bits. Change to a key of 2048 bits or more.",
    ),
    "no_time_stamp": (
        "Không có dấu thời gian: giờ ký {time} do máy tính của {signer} tự khai.",
        "There is no time stamp: the signing time {time} is claimed by the computer of {signer}.",
    ),
    "time_stamp_valid": (
        "Dấu thời gian xác nhận {signer} đã ký không muộn hơn {time}.",
        "A time stamp confirms that {signer} signed no later than {time}.",
    ),
    "time_stamp_broken": (
        "Dấu thời gian đi cùng chữ ký của {signer} không hợp lệ nên không được tính.",
        "The time stamp with the signature of {signer} is not valid and was not counted.",
    ),
    "time_stamp_untrusted": (
        "Dấu thời gian {time} của {signer} do tổ chức ngoài danh sách tin cậy cấp nên không được tính.",
        "The time stamp {time} of {signer} comes from an authority that is not trusted and was not counted.",
    ),
    "time_in_future": (
        "Giờ ký ghi trong chữ ký của {signer} ({time}) ở tương lai. Hãy kiểm tra đồng hồ của máy tính đã ký.",
        "The signing time of {signer} ({time}) lies in the future. Check the clock of the computer that signed.",
    ),
    "time_before_certificate": (
        (
            "Giờ ký ghi trong chữ ký của {signer} ({time}) sớm hơn ngày cấp chứng thư. Hãy kiểm tra đồng hồ máy tính"
            " đã ký."
        ),
        (
            "The signing time of {signer} ({time}) is earlier than the certificate. Check the clock of the computer"
            " that signed."
        ),
    ),
    "times_differ": (
        "Giờ ký do máy tính của {signer} khai ({claimed}) lệch hơn một ngày so với dấu thời gian ({stamped}).",
        ("The time claimed by the computer of {signer} ({claimed}) is more than a day off the time stamp ({stamped})."),
    ),
    "covers_text": (
        "Hình chữ ký che lên phần chữ: “{text}”. Hãy xem lại trang ký.",
        "The picture of the signature covers words: “{text}”. Look at the signed page.",
    ),
    "long_term_data": (
        "Sau chữ ký của {signer} chỉ có dữ liệu kiểm tra lâu dài, không thay đổi nội dung.",
        "Only long-term validation data follows the signature of {signer}; the content is unchanged.",
    ),
    "signer_matched": (
        "Chứng thư đúng với người ký đã đăng ký của {party}: {signer}.",
        "The certificate belongs to a registered signer of {party}: {signer}.",
    ),
    "signer_not_checked": (
        "Không đối chiếu chứng thư của {signer} với danh sách người ký.",
        "The certificate of {signer} was not compared with the register of signers.",
    ),
}
