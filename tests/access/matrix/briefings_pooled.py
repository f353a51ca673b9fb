"""Pooled tables: published, every party that was asked reads them; before that, the department alone."""

# visitor, officer, director, clerk, auditor; VNPT, its rival Viettel; another department, keeper: GET, then POST
TABLE = """
# address                   row             VODCANTXK VODCANTXK
briefings:pooled_list                       >.......# >xxxxxxx#
briefings:pooled_rules                      >..####.# >!!####!#
briefings:pooled_detail     pooled          >......-# >xxxxxxx#
briefings:pooled_detail     pooled_waiting  >....---# >xxxxxxx#
briefings:pooled_export     pooled_csv      >......-# >xxxxxxx#
briefings:pooled_export     pooled_xlsx     >....---# >xxxxxxx#
briefings:pooled_make       pooled_round    >xx####x# >>>####-#
briefings:pooled_withdraw   pooled          >..####-# >!!####-#
briefings:pooled_publish    pooled_waiting  >xx####x# >>>####-#
"""
