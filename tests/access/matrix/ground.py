"""Files, jobs, the history, notices, parties and people; the rows are VNPT's."""

# visitor, officer, director, clerk, auditor; VNPT, its rival Viettel; another department, keeper: GET, then POST
TABLE = """
# address                  row               VODCANTXK VODCANTXK
base:file                  evidence_file     >.....--- >xxxxxxxx
base:file                  paper_file        >.....--- >xxxxxxxx
base:job_list                                >........ >xxxxxxxx
base:job_detail            job               >----.--. >xxxxxxxx
base:job_cancel            job               >xxxxxxxx >---->-->
base:history                                 >..#.##.# >xx#x##x#
base:history_export                          >..#.##.# >xx#x##x#
base:history_xlsx                            >..#.##.# >xx#x##x#
base:history_entry         entry             >..#.##-# >xx#x##x#
base:map_ground                              >-------- >xxxxxxxx
base:gallery                                 --------- xxxxxxxxx
notices:inbox                                >........ >xxxxxxxx
notices:read_all                             >xxxxxxxx >>>>>>>>>
notices:open               notice            >xxxxxxxx >---->---
notices:mailbox                              >........ >xxxxxxxx
notices:feeds                                >........ >xxxxxxxx
notices:renew_feed         feed              >xxxxxxxx >---->---
notices:revoke_feed        feed              >xxxxxxxx >---->---
notices:feed               feed_secret       ......... xxxxxxxxx
people:party_list                            >........ >xxxxxxxx
people:party_new                             >..####.# >!!####!#
people:party_detail        vnpt              >......-. >xxxxxxxx
people:party_edit          vnpt              >..##.--# >!!##!--#
people:party_part          party_part        >..##.--# >!!##!--#
people:party_succeed       vnpt              >..------ >!!------
people:people              vnpt              >.....--- >xxxxxxxx
people:invite              vnpt              >..##.--- >!!##!---
people:handover_new        handover_new      >..##.--- >!!##!---
people:handover            handover          >.....--- >xxxxxxxx
people:membership_edit     membership        >..##.--- >!!##!---
people:membership_end      membership        >xxxxxxxx >>>##>---
people:invitation_resend   invitation        >xxxxxxxx >..--.---
people:invitation_withdraw invitation        >xxxxxxxx >>>-->---
people:invitation_accept   token             ......... !!!!!!!!!
people:profile                               >........ >!!!!!!!!
people:own_data                              >........ >xxxxxxxx
people:accounts                              >#######. >#######x
people:regulator_new                         >#######. >#######!
people:account_disable     account           >#######. >#######!
people:account_enable      account           >xxxxxxxx >------->
"""
