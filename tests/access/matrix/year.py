"""Plans, activities with VNPT's part, reports and commendations, named days."""

# visitor, officer, director, clerk, auditor; VNPT, its rival Viettel; another department, keeper: GET, then POST
TABLE = """
# address                           row               VODCANTXK VODCANTXK
programme:plan_list                 programme         >......-# >xxxxxxx#
programme:plan_new                  programme         >..####-# >!!####-#
programme:plan_detail               plan              >......-# >xxxxxxx#
programme:plan_detail               proposed          >......-# >xxxxxxx#
programme:plan_detail               sketch            >....---# >xxxxxxx#
programme:plan_calendar             plan              >......-# >xxxxxxx#
programme:plan_gantt                plan              >......-# >xxxxxxx#
programme:plan_amendments           plan              >......-# >xxxxxxx#
programme:plan_discard              sketch            >xx####x# >>>####-#
programme:plan_carry                sketch            >xx####x# >>>####-#
programme:plan_propose              sketch            >xx####x# >!!####-#
programme:plan_withdraw             proposed          >xx####x# >>>####-#
programme:plan_answer               proposed          >xx##xxx# >####!!-#
programme:plan_remind               proposed          >xx####x# >>>####-#
programme:plan_freeze               proposed          >xx####x# >>>####-#
programme:plan_paper                plan              >xxx###x# >>>>###-#
programme:plan_item_new             sketch            >..####-# >!!####-#
programme:plan_item_edit            sketch_item       >..####-# >!!####-#
programme:plan_item_move            sketch_item       >xx####x# >>>####-#
programme:plan_item_remove          sketch_item       >..####-# >>>####-#
programme:plan_target_new           sketch_item       >..####-# >!!####-#
programme:plan_target_remove        target            >xx####x# >>>####-#
programme:activity_list             programme         >......-# >xxxxxxx#
programme:activity_detail           activity          >......-# >xxxxxxx#
programme:activity_edit             activity          >..####-# >!!####-#
programme:activity_step             activity_step     >xx####x# >>>####-#
programme:activity_postpone         activity          >..####-# >!!####-#
programme:activity_cancel           activity          >..####-# >!!####-#
programme:activity_reopen_results activity         >..####-# >!!####-#
programme:activity_calendar         activity          >......-# >xxxxxxx#
programme:participants_add          activity          >xx####x# >>>####-#
programme:participant_remove        activity_vnpt     >xx####x# >>>####-#
programme:activity_invite           activity          >xx####x# >>>####-#
programme:activity_answer           activity_vnpt     >..--.--# >!!--!--#
programme:activity_people           activity_vnpt     >..--.--# >>>-->--#
programme:activity_attendance       activity          >..####-# >>>####-#
programme:activity_reply            activity          >xx####x# >>>####-#
programme:activity_minutes          activity          >..####-# >!!####-#
programme:outcome_new               activity          >..##..-# >!!##!!-#
programme:outcome_remove            outcome           >xx##xxx# >>>##>--#
programme:evidence_new              activity          >...#..-# >!!!#!!-#
programme:evidence_remove           evidence          >xxxxxxx# >---->--#
programme:activity_paper            activity_minutes  >xx####x# >>>####-#
programme:report_list               programme         >......-# >xxxxxxx#
programme:report_gather             programme         >xx####x# >>>####-#
programme:report_detail             report            >......-# >xxxxxxx#
programme:report_detail             report_draft      >....---# >xxxxxxx#
programme:report_data               report            >......-# >xxxxxxx#
programme:report_remarks            report            >..####-# >!!####-#
programme:report_circulate          report_draft      >..####-# >!!####-#
programme:report_answer             report            >--##..-# >--##!!-#
programme:report_resolve            report_objected   >..####-# >!!####-#
programme:report_freeze             report            >xx####x# >>>####-#
programme:report_addendum           report            >..####-# >!!####-#
programme:report_paper              report            >xx####x# >>>####-#
programme:commendation_propose      report            >..####-# >!!####-#
programme:commendation_from_figures report            >xx####x# >>>####-#
programme:commendation_decide       decide            >#x###### >#>######
programme:commendation_decide       reject            >#x###### >#>######
programme:day_list                                    >.......# >xxxxxxx#
programme:day_new                                     >..####.# >!!####!#
programme:day_edit                  day               >..####-# >!!####-#
programme:day_remove                day               >xx####x# >>>####-#
"""
