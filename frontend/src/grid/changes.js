// By how much a figure differs from that of a year ago, while it is typed.
import { language } from "../words.js";

const tongue = language() === "vi" ? "vi-VN" : "en-GB";
const percent = new Intl.NumberFormat(tongue, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** The number as the page's language writes it, or NaN. */
export function numberIn(text) {
  const bare = text.replace(/\s/g, "");
  if (!bare) return NaN;
  return Number(language() === "vi" ? bare.replaceAll(".", "").replace(",", ".") : bare.replaceAll(",", ""));
}

export function drawChange(grid, input) {
  const place = input.closest("tr").querySelector("[data-change]");
  const before = Number(input.dataset.before);
  const now = numberIn(input.value);
  if (!place || !input.dataset.before || !before || Number.isNaN(now)) {
    if (place) place.textContent = "–";
    return;
  }
  const share = ((now - before) / Math.abs(before)) * 100;
  const sign = share > 0 ? "+" : share < 0 ? "−" : "";
  place.textContent = `${sign}${percent.format(Math.abs(share))} %`;
}
