// What every page loads: htmx, Bootstrap's behaviours and our own small ones.
import "@tabler/core/dist/js/tabler.esm.js";
import "./htmx-setup.js";
import "./autosubmit.js";
import "./buttons.js";
import "./choices.js";
import "./confirm.js";
import "./drafts.js";
import "./menus.js";
import "./shortcuts.js";
import "./theme-switch.js";
