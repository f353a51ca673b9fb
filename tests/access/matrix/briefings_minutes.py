"""Minutes: the department writes them, attendees read and amend; nobody reads another's amendment."""

# visitor, officer, director, clerk, auditor; VNPT, its rival Viettel; another department, keeper: GET, then POST
TABLE = """
# address                         row                VODCANTXK VODCANTXK
briefings:minutes_detail          minutes            >......-# >xxxxxxx#
briefings:minutes_start           minutes            >xxx###x# >>>>###-#
briefings:minutes_from_room       minutes            >xxx###x# >>>>###-#
briefings:minutes_heads           minutes            >...###-# >!!!###-#
briefings:minutes_entry_new       minutes            >...###-# >!!!###-#
briefings:minutes_version_new     minutes            >...###-# >>>>###-#
briefings:minutes_circulate       minutes            >...###-# >!!!###-#
briefings:minutes_take_back       minutes            >...###-# >!!!###-#
briefings:minutes_lock            minutes            >xxx###x# >>>>###-#
briefings:minutes_notice          minutes            >xxx###x# >>>>###-#
briefings:minutes_notice_send     minutes            >xxx###x# >>>>###-#
briefings:minutes_entry_edit      private_paragraph  >...###-# >!!!###-#
briefings:minutes_entry_move      paragraph_up       >xxx###x# >>>>###-#
briefings:minutes_compare         minutes_version    >...###-# >xxx###x#
briefings:minutes_version_restore minutes_version    >xxx###x# >>>>###-#
briefings:amendment_new           minutes            >####..-# >####!!-#
briefings:amendment_answer        amendment          >...###-# >!!!###-#
briefings:minutes_entry_remove    paragraph          >xxx###x# >>>>###-#
briefings:minutes_finish          minutes            >xx####x# >>>####-#
"""
