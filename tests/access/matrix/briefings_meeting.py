"""Briefings: the agenda is everybody's; proposals in confidence, people and passes are VNPT's and the department's."""

# visitor, officer, director, clerk, auditor; VNPT, its rival Viettel; another department, keeper: GET, then POST
TABLE = """
# address                       row                VODCANTXK VODCANTXK
briefings:briefing_list                            >.......# >xxxxxxx#
briefings:briefing_detail       briefing           >......-# >xxxxxxx#
briefings:briefing_invite       briefing           >xx####x# >>>####-#
briefings:briefing_rounds       briefing           >xx####x# >>>####-#
briefings:agenda_brief          briefing           >..####-# >xx####x#
briefings:agenda_brief_pdf      briefing           >..####-# >xx####x#
briefings:agenda_propose        briefing           >xx####x# >>>####-#
briefings:agenda_item_new       briefing           >..####-# >!!####-#
briefings:agenda_order          briefing           >xx####x# >ss####-#
briefings:agenda_item_edit      topic              >..####-# >!!####-#
briefings:agenda_item_remove    topic              >xx####x# >>>####-#
briefings:agenda_item_move      topic_up           >xx####x# >>>####-#
briefings:topic_propose         briefing           >####..-# >####!!-#
briefings:topic_answer          hidden_topic       >..####-# >!!####-#
briefings:topic_withdraw        hidden_topic       >xx##xxx# >####>--#
briefings:topic_withdraw        shared_topic       >xx##xxx# >####>#-#
briefings:topic_files           hidden_topic       >..##.--# >!!##!--#
briefings:topic_file_remove     topic_file         >xx##xxx# >>>##>--#
briefings:briefing_answer       briefing_vnpt      >..##.--# >!!##!--#
briefings:delegate_list         briefing           >..##..-# >xx##xxx#
briefings:delegate_new          briefing_vnpt      >..##.--# >!!##!--#
briefings:delegate_deputy       delegate           >..##.--# >!!##!--#
briefings:delegate_remove       delegate           >xx##xxx# >>>##>--#
briefings:pass_picture          delegate           >..##.--# >xx##xxx#
briefings:pass_pdf              delegate           >..##.--# >xx##xxx#
briefings:passes_make           briefing           >xx##xxx# >>>##>>-#
briefings:passes_mail           briefing           >xx####x# >>>####-#
briefings:attendance            briefing           >...###-# >>>>###-#
briefings:walk_in               briefing           >xxx###x# >!!!###-#
briefings:door                  door               >....---# >>>>#---#
base:file                       stored_topic_file  >.....--- >xxxxxxxx
"""
