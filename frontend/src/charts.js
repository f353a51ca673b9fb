// [data-chart="id of the JSON block"]: an ECharts option drawn on canvas (the policy forbids the styles that its SVG
// and its HTML tooltips would write). The same facts always stand in a table beside it.
import { BarChart, CustomChart, GaugeChart, HeatmapChart, LineChart, PieChart, SankeyChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  CalendarComponent,
  DatasetComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
} from "echarts/components";
import { init, registerLocale, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import langVI from "echarts/lib/i18n/langVI.js";
import { CanvasRenderer } from "echarts/renderers";
import { dataBlock, each } from "./dom.js";
import { formatters } from "./formats.js";
import { palette } from "./palette.js";
import { language } from "./words.js";

use([
  BarChart, CustomChart, GaugeChart, HeatmapChart, LineChart, PieChart, SankeyChart, ScatterChart,
  AriaComponent, CalendarComponent, DatasetComponent, GridComponent, LegendComponent, MarkLineComponent,
  MarkPointComponent, TitleComponent, TooltipComponent, VisualMapComponent, LabelLayout, CanvasRenderer,
]);
registerLocale("vi", langVI);

/** A copy of the option in which "@number", "@percent", "@vnd", "@compact" have become functions. */
function withFunctions(value) {
  if (Array.isArray(value)) return value.map(withFunctions);
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withFunctions(inner)]));
  return (typeof value === "string" && value.startsWith("@") && formatters[value.slice(1)]) || value;
}

const room = (option) =>
  option.xAxis ? { grid: { left: 8, right: 16, top: 32, bottom: option.legend ? 36 : 8, ...option.grid } } : {};

function draw(box) {
  const option = withFunctions(dataBlock(box.dataset.chart, {}));
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const chart = init(box, palette(), { renderer: "canvas", locale: language() === "vi" ? "vi" : "EN" });
  chart.setOption({
    animation: !still,
    ...option,
    ...room(option),
    tooltip: { confine: true, ...option.tooltip, renderMode: "richText" },
  });
  chart.on("click", ({ data }) => {
    if (data?.url) location.assign(data.url);
  });
  return chart;
}

each("[data-chart]", (box) => {
  box.setAttribute("role", "img");
  if (box.dataset.label) box.setAttribute("aria-label", box.dataset.label);
  let chart = draw(box);
  new ResizeObserver(() => chart.resize()).observe(box);
  document.addEventListener("theme:changed", () => {
    chart.dispose();
    chart = draw(box);
  });
});
