"""The joint plan: a round under seal, and one that is planned; the needs are VNPT's, the proposals with Post."""

# visitor, officer, director, clerk, auditor; VNPT, its rival Viettel; another department, keeper: GET, then POST
TABLE = """
# address                     row                VODCANTXK VODCANTXK
towers:joint_rounds                              >.......# >xxxxxxx#
towers:joint_round_new                           >..####-# >!!####-#
towers:joint_round            joint_sealed       >......-# >xxxxxxx#
towers:joint_round            joint_planned      >......-# >xxxxxxx#
towers:joint_extend           joint_sealed       >..####-# >!!####-#
towers:joint_prices           joint_planned      >..####-# >!!####-#
towers:joint_cancel           joint_sealed       >..####-# >!!####-#
towers:joint_end              joint_planned      >xx####x# >>>####-#
towers:joint_hints            joint_sealed       >--####-# >xx####x#
towers:joint_hints            joint_planned      >..####-# >xx####x#
towers:joint_all_filed        joint_sealed       >####xx## >####>>##
towers:need_list              joint_sealed       >-------# >xxxxxxx#
towers:need_list              joint_planned      >....---# >xxxxxxx#
towers:need_new               joint_sealed       >####..## >####!!##
towers:need_import            joint_sealed       >####..## >####!!##
towers:need_import_commit     joint_sealed       >####xx## >####!!##
towers:need                   joint_need         >----.--# >xxxxxxx#
towers:need                   joint_opened_need  >.....--# >xxxxxxx#
towers:need_edit              joint_need         >####.-## >####!-##
towers:need_withdraw          joint_need         >####xx## >####>-##
towers:need_receipt           joint_receipt      >----.--# >xxxxxxx#
towers:receipt_check                             >.......# >!!!!!!!#
towers:scenario_new           joint_planned      >..####-# >!!####-#
towers:scenario_compare       joint_planned      >....##-# >xxxx##x#
towers:scenario               scenario           >....##-# >xxxx##x#
towers:scenario_publish       scenario           >..####-# >!!####-#
towers:proposal               proposal           >.....--# >xxxxxxx#
towers:proposal               proposal_agreed    >.....--# >xxxxxxx#
towers:proposal_accept        proposal           >####xx## >####>-##
towers:proposal_decline       proposal           >####.-## >####!-##
towers:proposal_counter       proposal           >####.-## >####!-##
towers:proposal_terms         proposal           >..####-# >!!####-#
towers:proposal_close         proposal           >xx####x# >>>####-#
towers:proposal_take_counter  joint_counter      >xx####x# >>>####-#
towers:proposal_activity      proposal_agreed    >xx####x# >>>####-#
towers:proposal_call_off       proposal_agreed    >..##.--# >!!##!--#
towers:proposal_agreement     proposal_agreed    >xx####x# >>>####-#
"""
