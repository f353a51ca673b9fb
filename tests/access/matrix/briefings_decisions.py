"""Decisions and tasks: VNPT's private one does not exist for its rival."""

# visitor, officer, director, clerk, auditor; VNPT, its rival Viettel; another department, keeper: GET, then POST
TABLE = """
# address                       row                 VODCANTXK VODCANTXK
briefings:decision_list                             >.......# >xxxxxxx#
briefings:decision_new          programme_of_tasks  >..####-# >!!####-#
briefings:decision_detail       task                >......-# >xxxxxxx#
briefings:decision_detail       private_task        >.....--# >xxxxxxx#
briefings:decision_edit         private_task        >..####-# >!!####-#
briefings:decision_report       private_task        >..##.--# >!!##!--#
briefings:decision_done         private_task        >xx####x# >>>####-#
briefings:decision_reopen       private_task        >..####-# >!!####-#
briefings:decision_drop         private_task        >..####-# >!!####-#
base:file                       task_file           >.....--- >xxxxxxxx
"""
