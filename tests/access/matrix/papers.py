"""The register, papers addressed to VNPT, and the round in which all sign."""

# visitor, officer, director, clerk, auditor; VNPT, its rival Viettel; another department, keeper: GET, then POST
TABLE = """
# address                 row               VODCANTXK VODCANTXK
papers:register                             >.......# >xxxxxxx#
papers:register_xlsx                        >...###.# >xxx###x#
papers:register_metadata                    >...###.# >xxx###x#
papers:letter_new                           >...###.# >!!!###!#
papers:letter_edit        paper_draft       >...###-# >!!!###-#
papers:check                                ......... !!!!!!!!!
papers:issuers                              >#######. >#######!
papers:issuer_remove      issuer            >#######x >#######>
papers:issuer_revocations issuer            >#######. >#######!
papers:bundle             bundle            >...###-# >xxx###x#
papers:signers            vnpt              >..##.--# >!!##!--#
papers:signer_end         signer            >..##.--# >!!##!--#
papers:round_detail       round             >......-# >xxxxxxx#
papers:round_take         round_vnpt        >#x##xx## >####>###
papers:round_give_back    round_vnpt        >####.### >####!###
papers:round_on_paper     round_vnpt        >...###-# >!!!###-#
papers:round_decline      round_vnpt        >####.### >####!###
papers:round_withdraw     round             >...###-# >!!!###-#
papers:round_log          round             >......-# >xxxxxxx#
papers:round_log_keep     round             >xxx###x# >>>>###-#
papers:paper_detail       round_paper       >......-# >xxxxxxx#
papers:paper_detail       paper             >.....--# >xxxxxxx#
papers:paper_detail       paper_draft       >....---# >xxxxxxx#
papers:paper_submit       paper_draft       >xxx###x# >>>>###-#
papers:paper_signed       paper_final       >##.##### >##!#####
papers:paper_issue        paper_signed      >##.##### >##!#####
papers:paper_void         paper_draft       >...###-# >!!!###-#
papers:paper_replace      paper             >xxx###x# >>>>###-#
papers:paper_metadata     paper             >...###-# >xxx###x#
"""
