"""Rounds and reports: VNPT figures are read by VNPT and, once handed in, by the department; nobody else types them."""

# visitor, officer, director, clerk, auditor; VNPT, its rival Viettel; another department, keeper: GET, then POST
TABLE = """
# address                     row            VODCANTXK VODCANTXK
briefings:round_list                         >.......# >xxxxxxx#
briefings:report_board                       >....##.# >xxxx##x#
briefings:report_comparison                  >....##.# >xxxx##x#
briefings:round_new                          >..####.# >!!####!#
briefings:round_detail        asked_round    >......-# >xxxxxxx#
briefings:round_detail        draft_round    >....---# >xxxxxxx#
briefings:round_edit          asked_round    >..####-# >!!####-#
briefings:round_letter        asked_round    >..####-# >!!####-#
briefings:round_remind        asked_round    >xx####x# >>>####-#
briefings:round_step          round_opening  >xx####x# >>>####-#
briefings:report_detail       typed_report   >.....--# >xxxxxxx#
briefings:report_detail       sent_report    >.....--# >xxxxxxx#
briefings:report_detail       taken_report   >.....--# >xxxxxxx#
briefings:report_trend        sent_report    >.....--# >xxxxxxx#
briefings:report_submit       typed_report   >####.-## >####>-##
briefings:report_correction   taken_report   >####.-## >####!-##
briefings:report_grid         typed_report   >####.-## >####>-##
briefings:report_cells        typed_report   >####.-## >####.-##
briefings:report_prefill      typed_report   >####xx## >####>-##
briefings:report_accept       sent_report    >xx####x# >>>####-#
briefings:report_return       sent_report    >..####-# >!!####-#
briefings:report_reopen       taken_report   >..####-# >!!####-#
briefings:report_extend       typed_report   >..####-# >!!####-#
"""
