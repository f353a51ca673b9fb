"""Requests to share masts: VNPT asks Post and is asked by it; Viettel is a rival of both."""

# visitor, officer, director, clerk, auditor; VNPT, its rival Viettel; another department, keeper: GET, then POST
TABLE = """
# address                     row             VODCANTXK VODCANTXK
towers:sharing_list                           >.......# >xxxxxxx#
towers:sharing_board                          >.......# >xxxxxxx#
towers:sharing_late                           >....##.# >xxxx##x#
towers:sharing_new                            >####..## >####xx##
towers:sharing_by_code                        >####..## >####!!##
towers:sharing_by_place                       >####..## >####!!##
towers:sharing_for_mast       shown_mast      >####.-## >####!-##
towers:sharing_settings                       >..####.# >xx####x#
towers:sharing_rule_new                       >..####.# >!!####!#
towers:sharing_rule_remove    sharing_rule    >xx####x# >>>####-#
towers:sharing_reason_new                     >..####.# >!!####!#
towers:sharing_reason_edit    usual_reason    >..####.# >!!####!#
towers:share_codes                            >####..## >####xx##
towers:share_code_new                         >####..## >####!!##
towers:share_code_revoke      share_code      >####xx## >####>-##
towers:sharing_detail         sharing         >.....--# >xxxxxxx#
towers:sharing_detail         need            >.....--# >xxxxxxx#
towers:sharing_detail         disputed        >.....--# >xxxxxxx#
towers:sharing_acknowledge    sharing         >####.-## >####!-##
towers:sharing_route          need            >..####-# >!!####-#
towers:sharing_refuse         sharing         >..##.--# >!!##!--#
towers:sharing_withdraw       need            >####.-## >####>-##
towers:sharing_act_for        sharing         >####xx## >####>-##
towers:sharing_survey         sharing         >####.-## >####!-##
towers:sharing_survey_step    meeting_cancel  >####xx## >####>-##
towers:sharing_survey_result  meeting         >####.-## >####!-##
towers:sharing_offer          sharing         >####.-## >####!-##
towers:sharing_accept         sharing         >####xx## >####>-##
towers:sharing_decline        sharing         >####.-## >####!-##
towers:sharing_message        sharing         >####.-## >####!-##
towers:sharing_consent        sharing_yes     >####xx## >####>-##
towers:sharing_agreement      sharing         >####.-## >####!-##
towers:sharing_agreement_back sharing         >####.-## >####!-##
towers:sharing_in_use         disputed        >####.-## >####!-##
towers:sharing_end            sharing         >####.-## >####!-##
towers:sharing_pause          sharing         >..##.--# >!!##!--#
towers:sharing_resume         sharing         >xx##xxx# >>>##>--#
towers:sharing_mediation_ask  sharing         >####.-## >####!-##
towers:sharing_mediation_open disputed        >xx####x# >>>####-#
towers:sharing_mediation_note disputed        >..##.--# >!!##!--#
towers:sharing_mediation_close disputed       >..####-# >!!####-#
base:file                     sharing_file    >----.--- >xxxxxxxx
"""
