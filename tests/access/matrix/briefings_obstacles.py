"""Obstacles: VNPT's confidential ones, an open one, Viettel's own; a body is asked by a secret address."""

# visitor, officer, director, clerk, auditor; VNPT, its rival Viettel; another department, keeper: GET, then POST
TABLE = """
# address                              row               VODCANTXK VODCANTXK
briefings:obstacle_list                                  >.......# >xxxxxxx#
briefings:obstacle_board                                 >.......# >xxxxxxx#
briefings:obstacle_map                                   >.......# >xxxxxxx#
briefings:obstacle_statistics                            >.......# >xxxxxxx#
briefings:obstacle_export              obstacle_sheet    >xx##xxx# >..##...#
briefings:obstacle_new                                   >####..## >####!!##
briefings:obstacle_similar                               >####xx## >####..##
briefings:obstacle_place                                 >####xx## >####..##
briefings:obstacle_sites                                 >.......# >xxxxxxx#
briefings:obstacle_topics                                >..####.# >xx####x#
briefings:obstacle_topic_new                             >..####.# >!!####!#
briefings:obstacle_topic_samples                         >xx####x# >>>####>#
briefings:obstacle_topic_edit          obstacle_topic    >..####-# >!!####-#
briefings:obstacle_topic_retire        obstacle_topic    >xx####x# >>>####-#
briefings:asked                        asked             ......... !!!!!!!!!
briefings:asked_file                   asked_file        ......... xxxxxxxxx
briefings:obstacle_asked               obstacle_forward  >-------# >-------#
briefings:obstacle_recall              obstacle_forward  >xx####x# >>>####-#
briefings:obstacle_detail              obstacle          >.....--# >xxxxxxx#
briefings:obstacle_detail              obstacle_open     >......-# >xxxxxxx#
briefings:obstacle_detail              obstacle_answered >.....--# >xxxxxxx#
briefings:obstacle_detail              obstacle_rival    >....-.-# >xxxxxxx#
briefings:obstacle_triage              obstacle          >..####-# >!!####-#
briefings:obstacle_take                obstacle          >xx####x# >>>####-#
briefings:obstacle_move                obstacle          >xx####x# >>>####-#
briefings:obstacle_answer              obstacle          >..####-# >!!####-#
briefings:obstacle_merge               obstacle          >..####-# >!!####-#
briefings:obstacle_split               obstacle_rival    >xx####x# >>>####-#
briefings:obstacle_forward             obstacle          >..####-# >!!####-#
briefings:obstacle_confirm             obstacle_answered >####xx## >####>-##
briefings:obstacle_reopen              obstacle_answered >####.-## >####!-##
briefings:obstacle_withdraw            obstacle          >####.-## >####!-##
briefings:obstacle_open                obstacle          >####.-## >####>-##
briefings:obstacle_follow              obstacle          >####xx## >####--##
briefings:obstacle_follow              obstacle_open     >####xx## >####->##
briefings:obstacle_note                obstacle          >..##.--# >!!##!--#
briefings:obstacle_note                obstacle_open     >..##..-# >!!##!!-#
briefings:obstacle_file                obstacle          >..##.--# >!!##!--#
briefings:obstacle_file                obstacle_open     >..##.--# >!!##!--#
base:file                              obstacle_file     >.....--- >xxxxxxxx
"""
