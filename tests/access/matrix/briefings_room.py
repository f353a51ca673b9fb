"""The room: everybody who takes part reads; the department runs it; VNPT speaks and votes for VNPT alone."""

# visitor, officer, director, clerk, auditor; VNPT, its rival Viettel; another department, keeper: GET, then POST
TABLE = """
# address                 row         VODCANTXK VODCANTXK
briefings:room            room        >......-# >xxxxxxx#
briefings:room_state      room        >......-# >xxxxxxx#
briefings:room_screen     room        >...###-# >xxx###x#
briefings:screen_state    room        >...###-# >xxx###x#
briefings:room_desk       room        >...###-# >xxx###x#
briefings:desk_state      room        >...###-# >xxx###x#
briefings:room_step       room_step   >xxx###x# >>>>###-#
briefings:room_topic      room_topic  >xxx###x# >>>>###-#
briefings:room_show       room        >xxx###x# >>>>###-#
briefings:speak_ask       room_vnpt   >xx##xxx# >--##>--#
briefings:speak_withdraw  speaker     >xx##xxx# >>>##>#-#
briefings:speak_add       room        >xxx###x# >!!!###-#
briefings:speak_floor     room        >xxx###x# >>>>###-#
briefings:vote_open       room        >xxx###x# >!!!###-#
briefings:vote_cast       vote_vnpt   >xx##xxx# >>>##>>-#
briefings:vote_close      vote        >xxx###x# >>>>###-#
"""
