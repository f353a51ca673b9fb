"""The map of masts and disclosure; the look is VNPT's."""

# visitor, officer, director, clerk, auditor; VNPT, its rival Viettel; another department, keeper: GET, then POST
TABLE = """
# address                  row         VODCANTXK VODCANTXK
towers:map                             >.......# >xxxxxxx#
towers:map_tile            tile        >.......# >xxxxxxx#
towers:disclosure_list                 >.......# >xxxxxxx#
towers:disclosure_new                  >####..## >####!!##
towers:disclosure_log                  >.......# >xxxxxxx#
towers:disclosure_detail   look        >.....--# >xxxxxxx#
towers:disclosure_terms    department  >..####-# >!!####-#
"""
