// What every page loads: htmx, Alpine, Bootstrap's behaviours and our own small ones.
import Alpine from "@alpinejs/csp";
import "@tabler/core/dist/js/tabler.esm.js";
import "./htmx-setup.js";
import "./autosubmit.js";
import "./buttons.js";
import "./choices.js";
import "./confirm.js";
import "./drafts.js";
import "./shortcuts.js";
import "./theme-switch.js";

Alpine.start();
