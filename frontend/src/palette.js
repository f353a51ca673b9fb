// ECharts in the colours of the page, light or dark.
export const read = (name) => {
  // A custom property may hold light-dark() or color-mix(): only a painted colour is one that canvas understands.
  const probe = document.createElement("span");
  probe.className = `probe-${name}`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
};

export function palette() {
  const text = read("text");
  const faint = read("faint");
  const line = read("line");
  const font = getComputedStyle(document.body).fontFamily;
  const axis = {
    axisLine: { lineStyle: { color: line } },
    axisTick: { lineStyle: { color: line } },
    axisLabel: { color: faint, fontFamily: font },
    splitLine: { lineStyle: { color: line } },
    nameTextStyle: { color: faint },
  };
  return {
    color: ["1", "2", "3", "4", "5", "6", "7", "8"].map((place) => read(`chart-${place}`)),
    backgroundColor: "transparent",
    textStyle: { color: text, fontFamily: font },
    title: { textStyle: { color: text, fontWeight: 600 }, subtextStyle: { color: faint } },
    legend: { textStyle: { color: text }, pageTextStyle: { color: faint } },
    tooltip: { backgroundColor: read("surface"), borderColor: line, textStyle: { color: text, fontFamily: font } },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    timeAxis: axis,
    logAxis: axis,
    pie: { label: { color: text }, itemStyle: { borderColor: read("surface"), borderWidth: 2 } },
    gauge: { axisLabel: { color: faint }, detail: { color: text }, title: { color: faint } },
  };
}
