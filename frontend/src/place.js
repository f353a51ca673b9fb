// [data-locate="latitude-id longitude-id"]: the browser's own position into two fields, asked only when the button is
// pressed. [data-add-line="id"]: a found name as one more line of a text field.
import { each, notify } from "./dom.js";
import { say } from "./words.js";

const DIGITS = 5; // of a degree: about a metre
const WAIT_MS = 15000;

function put(field, value) {
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

each("[data-locate]", (button) => {
  if (!("geolocation" in navigator)) return;
  const [latitude, longitude] = button.dataset.locate.split(" ").map((id) => document.getElementById(id));
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    const done = () => {
      button.disabled = false;
    };
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        put(latitude, coords.latitude.toFixed(DIGITS));
        put(longitude, coords.longitude.toFixed(DIGITS));
        done();
      },
      () => {
        notify(say("noPosition"), "danger");
        done();
      },
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: 60000 },
    );
  });
});

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-add-line]");
  if (!button) return;
  const field = document.getElementById(button.dataset.addLine);
  const lines = field.value.split("\n").map((line) => line.trim());
  if (!lines.includes(button.dataset.value)) put(field, [...lines.filter(Boolean), button.dataset.value].join("\n"));
});
