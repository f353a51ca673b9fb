"""Forms of reports: the department writes them, enterprises read what is in force."""

# visitor, officer, director, clerk, auditor; VNPT, its rival Viettel; another department, keeper: GET, then POST
TABLE = """
# address                       row              VODCANTXK VODCANTXK
briefings:form_list                              >.......# >xxxxxxx#
briefings:form_new                               >..####.# >!!####!#
briefings:form_starting_set                      >xx####x# >>>####>#
briefings:form_detail           report_form      >......-# >xxxxxxx#
briefings:form_edit             report_form      >..####-# >!!####-#
briefings:form_retire           report_form      >xx####x# >>>####-#
briefings:form_restore          report_form      >xx####x# >>>####-#
briefings:form_version          form_in_force    >......-# >xxxxxxx#
briefings:form_version          form_draft       >....---# >xxxxxxx#
briefings:form_preview          form_draft       >....---# >xxxxxxx#
briefings:form_compare          form_pair        >....---# >xxxxxxx#
briefings:form_version_edit     form_draft       >..####-# >!!####-#
briefings:form_version_copy     form_in_force    >xx####x# >>>####-#
briefings:form_version_publish  form_draft       >xx####x# >>>####-#
briefings:form_version_withdraw form_in_force    >xx####x# >>>####-#
briefings:form_version_remove   form_draft       >xx####x# >>>####-#
briefings:form_section_new      form_draft       >..####-# >!!####-#
briefings:form_section_edit     form_section     >..####-# >!!####-#
briefings:indicator_new         form_section     >..####-# >!!####-#
briefings:indicator_edit        form_indicator   >..####-# >!!####-#
briefings:form_rule_new         form_draft       >..####-# >!!####-#
briefings:form_rule_edit        form_rule        >..####-# >!!####-#
briefings:form_part_remove      form_part        >xx####x# >>>####-#
briefings:form_part_move        form_part_up     >xx####x# >>>####-#
briefings:form_part_order       form_part_order  >xx####x# >ss####-#
briefings:dimension_list                         >..####.# >xx####x#
briefings:dimension_new                          >..####.# >!!####!#
briefings:dimension_detail      dimension        >..####-# >xx####x#
briefings:dimension_edit        dimension        >..####-# >!!####-#
briefings:dimension_remove      spare_dimension  >xx####x# >>>####-#
briefings:dimension_units       spare_dimension  >xx####x# >!!####-#
briefings:dimension_code_new    spare_dimension  >..####-# >!!####-#
briefings:dimension_code_edit   dimension_value  >..####-# >!!####-#
briefings:dimension_code_remove dimension_value  >xx####x# >>>####-#
"""
