"""Programmes, memoranda in every state, comments of VNPT."""

# visitor, officer, director, clerk, auditor; VNPT, its rival Viettel; another department, keeper: GET, then POST
TABLE = """
# address                        row               VODCANTXK VODCANTXK
programme:due_list                                 >........ >xxxxxxxx
programme:overview               programme         >..#...-# >xx#xxxx#
programme:programme_list                           >.......# >xxxxxxx#
programme:programme_new                            >..####.# >!!####!#
programme:programme_detail       programme         >......-# >xxxxxxx#
programme:programme_edit         programme         >..####-# >!!####-#
programme:programme_join         programme         >..####-# >!!####-#
programme:programme_leave        programme_vnpt    >..####-# >!!####-#
programme:memorandum_list        programme         >......-# >xxxxxxx#
programme:memorandum_new         programme         >..####-# >!!####-#
programme:memorandum_detail      memorandum        >......-# >xxxxxxx#
programme:memorandum_detail      circulated        >......-# >xxxxxxx#
programme:memorandum_detail      signing           >......-# >xxxxxxx#
programme:memorandum_detail      draft             >....---# >xxxxxxx#
programme:memorandum_compare     circulated        >......-# >xxxxxxx#
programme:memorandum_renewal     draft             >....---# >xxxxxxx#
programme:memorandum_edit        draft             >..####-# >xx####x#
programme:memorandum_terms       draft             >..####-# >!!####-#
programme:memorandum_section     draft_section     >..####-# >ss####-#
programme:memorandum_discard     draft             >xx####x# >>>####-#
programme:clause_new             draft             >..####-# >!!####-#
programme:clause_order           draft             >xx####x# >ss####-#
programme:clause_edit            draft_clause      >..####-# >!!####-#
programme:clause_remove          draft_clause      >xx####x# >>>####-#
programme:clause_move            clause_move       >xx####x# >>>####-#
programme:memorandum_parties     draft             >..####-# >xx####x#
programme:memorandum_party_add   draft             >xx####x# >>>####-#
programme:memorandum_party_mode  draft             >xx####x# >>>####-#
programme:memorandum_party_order draft             >xx####x# >ss####-#
programme:memorandum_seat_signer draft_seat        >..####-# >!!####-#
programme:memorandum_seat_remove draft_seat        >xx####x# >>>####-#
programme:memorandum_seat_move   seat_move         >xx####x# >>>####-#
programme:revision_save          draft             >..####-# >>>####-#
programme:memorandum_circulate   draft             >..####-# >!!####-#
programme:memorandum_recall      circulated        >..####-# >!!####-#
programme:memorandum_sign        circulated        >..####-# >!!####-#
programme:memorandum_renew       memorandum        >..####-# >!!####-#
programme:memorandum_end         memorandum        >..####-# >!!####-#
programme:revision_detail        revision          >......-# >xxxxxxx#
programme:revision_answer        revision          >--##..-# >--##!!-#
programme:comment_new            revision_anchor   >--##..-# >--##!!-#
programme:comment_withdraw       comment           >xx##xxx# >####>--#
programme:comment_reply          comment           >..####-# >!!####-#
programme:comment_take           comment           >xx####x# >>>####-#
"""
