// [data-room-clock]: the clock of the topic under discussion. The server says how many seconds have passed; this page
// only counts on from there, so that a wrong clock of a phone does no harm. Colours change as the server's would.
import { each } from "./dom.js";

const TONES = ["ok", "soon", "over"];
const two = (number) => String(number).padStart(2, "0");

function toneOf(spent, allowed) {
  const left = allowed - spent;
  if (left < 0) return "over";
  return left * 5 <= allowed ? "soon" : "ok";
}

function paint(element, tone) {
  for (const one of TONES) element.classList.toggle(`room-${one}`, one === tone);
}

each("[data-room-clock]", (box) => {
  const face = box.querySelector("[data-clock-face]");
  const frame = box.closest(".room-now");
  const allowed = Number(box.dataset.allowed);
  const from = performance.now() - Number(box.dataset.spent) * 1000;
  const tick = () => {
    if (!box.isConnected) return clearInterval(beat);
    const spent = Math.floor((performance.now() - from) / 1000);
    const tone = toneOf(spent, allowed);
    face.textContent = `${two(Math.floor(spent / 60))}:${two(spent % 60)}`;
    paint(box, tone);
    if (frame) paint(frame, tone);
  };
  const beat = setInterval(tick, 1000);
  tick();
});
