// The year as a calendar and as bars. Both are extras beside a table and a form that do the same.
import "./calendar.js";
import "./gantt.js";
