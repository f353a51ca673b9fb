// The style of a map as a function of its options and what is switched on, so that a change of theme draws it anew.
import { read } from "../palette.js";
import { dataLayers } from "./layers.js";

const EMPTY = { type: "FeatureCollection", features: [] };
const FONT = ["Be Vietnam Pro", "sans-serif"];

export const colours = () => ({
  text: read("text"),
  faint: read("faint"),
  line: read("line"),
  surface: read("surface"),
  sea: read("sea"),
  land: read("land"),
  border: read("border"),
  tones: ["1", "2", "3", "4", "5", "6", "7", "8"].map((place) => read(`chart-${place}`)),
});

const named = (id, source, kind, size, look, more = {}) => ({
  id,
  source,
  type: "symbol",
  filter: ["==", ["get", "kind"], kind],
  layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": size, "text-max-width": 9, ...more.layout },
  paint: { "text-color": look.faint, "text-halo-color": look.land, "text-halo-width": 1.8, ...more.paint },
  ...(more.minzoom ? { minzoom: more.minzoom } : {}),
  ...(more.maxzoom ? { maxzoom: more.maxzoom } : {}),
});

/** Layers of a vector archive in the widespread schema of Protomaps; one that is absent draws nothing. */
function vectorGround(look) {
  const of = (layer, type, paint) => ({ id: `ground-${layer}`, source: "ground", "source-layer": layer, type, paint });
  return [
    of("earth", "fill", { "fill-color": look.land }),
    of("water", "fill", { "fill-color": look.sea }),
    of("roads", "line", { "line-color": look.line, "line-width": 1 }),
    of("boundaries", "line", { "line-color": look.border, "line-width": 0.5 }),
  ];
}

function ground(state, look) {
  const own = [
    { id: "sea", type: "background", paint: { "background-color": look.sea } },
    { id: "land", type: "fill", source: "provinces", filter: ["==", ["get", "kind"], "province"], paint: { "fill-color": look.land } },
  ];
  if (!state.tiles) return own;
  return state.tiles.type === "vector" ? [...own, ...vectorGround(look)] : [...own, { id: "ground", type: "raster", source: "ground" }];
}

/** Borders go above whatever ground there is. */
function borders(look) {
  return [
    { id: "districts", type: "line", source: "districts", minzoom: 7, paint: { "line-color": look.border, "line-width": 0.7, "line-dasharray": [3, 2] } },
    { id: "former", type: "line", source: "former", minzoom: 6, paint: { "line-color": look.border, "line-width": 0.9 } },
    {
      id: "provinces",
      type: "line",
      source: "provinces",
      filter: ["==", ["get", "kind"], "province"],
      paint: { "line-color": look.border, "line-width": ["interpolate", ["linear"], ["zoom"], 4, 0.5, 9, 1.6] },
    },
    {
      id: "archipelagos",
      type: "line",
      source: "provinces",
      filter: ["==", ["get", "kind"], "archipelago"],
      paint: { "line-color": look.border, "line-width": 0.8, "line-dasharray": [4, 3] },
    },
    {
      id: "islands",
      type: "circle",
      source: "provinces",
      filter: ["==", ["get", "kind"], "island"],
      paint: { "circle-radius": 2, "circle-color": look.border },
    },
  ];
}

/** Names go above everything: the archipelagos are named on every map. */
function placeNames(look) {
  const halo = { "text-halo-color": look.sea };
  return [
    named("district-names", "district-names", "district", 11, look, { minzoom: 9 }),
    named("province-names", "province-names", "province", 12, look, { minzoom: 5.5, maxzoom: 10 }),
    named("island-names", "provinces", "island", 10, look, {
      minzoom: 6.5,
      layout: { "text-anchor": "top", "text-offset": [0, 0.4] },
      paint: halo,
    }),
    named("archipelago-names", "provinces", "archipelago-name", 12, look, {
      maxzoom: 8,
      layout: { "text-allow-overlap": true, "text-max-width": 7 },
      paint: { ...halo, "text-color": look.text },
    }),
  ];
}

const local = (data, attribution) => ({ type: "geojson", data: data ?? EMPTY, ...(attribution ? { attribution } : {}) });

export function styleOf(options, state) {
  const look = colours();
  const extra = dataLayers(options, state, look);
  return {
    version: 8,
    sources: {
      provinces: local(state.outlines.areas, options.base.attribution),
      "province-names": local(state.outlines.names),
      districts: local(state.districts?.areas),
      "district-names": local(state.districts?.names),
      former: local(state.districts?.former),
      ...(state.tiles ? { ground: state.tiles } : {}),
      ...extra.sources,
    },
    layers: [...ground(state, look), ...borders(look), ...extra.layers, ...placeNames(look)],
  };
}
