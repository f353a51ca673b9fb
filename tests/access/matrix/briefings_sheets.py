"""Files of figures: VNPT's is nobody else's, the department's its own; a draft is exported by its party alone."""

# visitor, officer, director, clerk, auditor; VNPT, its rival Viettel; another department, keeper: GET, then POST
TABLE = """
# address                       row              VODCANTXK VODCANTXK
briefings:upload_new                             >..##...# >!!##!!!#
briefings:report_upload         file_report      >####.-## >####!-##
briefings:upload_detail         figures_file     >--##.--# >xx##xxx#
briefings:upload_detail         desk_file        >..##---# >xx##xxx#
briefings:upload_answers        figures_file     >xx##xxx# >--##>--#
briefings:upload_take           figures_file     >xx##xxx# >--##>--#
briefings:upload_take           desk_file        >xx##xxx# >>>##---#
briefings:upload_drop           figures_file     >xx##xxx# >--##>--#
briefings:upload_errors         figures_file     >--##.--# >xx##xxx#
briefings:report_template       file_report      >####.-## >####xx##
briefings:report_export         file_report_csv  >xxxxxxx# >----.--#
briefings:round_export          file_round_csv   >xxxxxxx# >......-#
base:file                       figures_stored   >----.--- >xxxxxxxx
base:file                       desk_stored      >..------ >xxxxxxxx
"""
