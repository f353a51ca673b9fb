// Numbers in charts, written as the pages write them.
import { language } from "./words.js";

const tongue = language() === "vi" ? "vi-VN" : "en-GB";
const plain = new Intl.NumberFormat(tongue, { maximumFractionDigits: 1 });
const share = new Intl.NumberFormat(tongue, { style: "percent", maximumFractionDigits: 1 });
const compact = new Intl.NumberFormat(tongue, { notation: "compact", maximumFractionDigits: 1 });

const valueOf = (given) => {
  const value = given && typeof given === "object" && !Array.isArray(given) ? given.value : given;
  return Number(Array.isArray(value) ? value.at(-1) : value);
};

/** For axis labels, series labels and tooltips alike: they hand over a number or an object with a value. */
export const formatters = {
  number: (given) => plain.format(valueOf(given)),
  percent: (given) => share.format(valueOf(given)),
  compact: (given) => compact.format(valueOf(given)),
  vnd: (given) => `${plain.format(valueOf(given))} đ`,
};
