// <select data-choices>: a list one can type into. Without scripts it stays the plain list it is.
import TomSelect from "tom-select/popular";
import { each, make } from "./dom.js";
import { say } from "./words.js";

each("select[data-choices]", (select) => {
  const plugins = select.multiple ? { remove_button: { title: say("remove") } } : {};
  const label = select.labels?.[0]; // asked now: the library points it at its own box
  const box = new TomSelect(select, {
    plugins,
    maxOptions: 500,
    copyClassesToDropdown: false,
    diacritics: true,
    render: { no_results: () => make("div", { class: "no-results" }, say("noChoice")) },
  });
  if (label) {
    if (!label.id) label.id = `${select.id}-label`;
    select.setAttribute("aria-hidden", "true"); // the box speaks for it
    box.control_input.setAttribute("aria-labelledby", label.id);
  }
  const help = select.getAttribute("aria-describedby");
  if (help) box.control_input.setAttribute("aria-describedby", help);
});
