// What a page puts on the map. A layer is {id, label, kind, tone} with `data` (GeoJSON), `url` (of GeoJSON) or `tiles`.
// Features may carry `name`, `tone` (1 to 8, a colour of the charts), `url`, `facts` (lines of text) and, for rings,
// `radius_m`. Tiles hold hexagons with `count` in their layer "cells" and single places in "points".
import { ringsOf } from "./shapes.js";

const FONT = ["Be Vietnam Pro", "sans-serif"];
const EMPTY = { type: "FeatureCollection", features: [] };

const tone = (look, otherwise) => [
  "match",
  ["get", "tone"],
  ...look.tones.flatMap((colour, place) => [place + 1, colour]),
  look.tones[(otherwise ?? 1) - 1],
];

const dots = (id, source, look, layer, more = {}) => ({
  id,
  source,
  type: "circle",
  paint: {
    "circle-radius": ["interpolate", ["linear"], ["zoom"], 8, 3.5, 12, 5.5, 16, 8],
    "circle-color": tone(look, layer.tone),
    "circle-stroke-color": look.surface,
    "circle-stroke-width": 1.2,
  },
  ...more,
});

const names = (id, source, look, more = {}) => ({
  id,
  source,
  type: "symbol",
  minzoom: 11,
  layout: {
    "text-field": ["coalesce", ["get", "name"], ""],
    "text-font": FONT,
    "text-size": 11,
    "text-anchor": "top",
    "text-offset": [0, 0.7],
    "text-optional": true,
  },
  paint: { "text-color": look.text, "text-halo-color": look.surface, "text-halo-width": 1.2 },
  ...more,
});

// Areas may carry `weight`, 1 to 5: the more, the darker.
const WEIGHTS = ["match", ["get", "weight"], 1, 0.12, 2, 0.3, 3, 0.48, 4, 0.66, 5, 0.84, 0.18];

const surfaces = (id, source, look, layer, more = {}) => [
  { id, source, type: "fill", paint: { "fill-color": tone(look, layer.tone), "fill-opacity": WEIGHTS }, ...more },
  {
    id: `${id}-edge`,
    source,
    type: "line",
    paint: { "line-color": tone(look, layer.tone), "line-width": 1.6, ...(layer.dashed ? { "line-dasharray": [3, 2] } : {}) },
    ...more,
  },
];

function tiled(id, look, layer) {
  const cells = { "source-layer": "cells" };
  const busy = ["interpolate", ["linear"], ["log10", ["max", 1, ["get", "count"]]], 0, 0.16, 1, 0.34, 2, 0.55, 3.5, 0.8];
  return [
    { id: `${id}-cells`, source: id, type: "fill", ...cells, paint: { "fill-color": look.tones[(layer.tone ?? 1) - 1], "fill-opacity": busy } },
    { id: `${id}-edges`, source: id, type: "line", ...cells, paint: { "line-color": look.surface, "line-width": 1 } },
    {
      id: `${id}-counts`,
      source: id,
      type: "symbol",
      "source-layer": "counts",
      layout: { "text-field": ["get", "shown"], "text-font": FONT, "text-size": 12 },
      paint: { "text-color": look.text, "text-halo-color": look.surface, "text-halo-width": 1.4 },
    },
    dots(`${id}-points`, id, look, layer, { "source-layer": "points" }),
    names(`${id}-names`, id, look, { "source-layer": "points", minzoom: 13.5 }),
  ];
}

const DRAWN = {
  points: (id, look, layer) => [dots(id, id, look, layer), names(`${id}-names`, id, look)],
  areas: (id, look, layer) => surfaces(id, id, look, layer),
  rings: (id, look, layer) => surfaces(id, id, look, { dashed: true, ...layer }),
  lines: (id, look, layer) => [
    { id, source: id, type: "line", paint: { "line-color": tone(look, layer.tone), "line-width": 2 } },
  ],
  tiles: tiled,
};

function source(layer) {
  if (layer.kind === "tiles")
    return { type: "vector", tiles: [location.origin + layer.tiles], minzoom: 3, maxzoom: layer.maxzoom ?? 14 };
  const data = layer.url ? new URL(layer.url, location.href).href : (layer.data ?? EMPTY);
  return { type: "geojson", data: layer.kind === "rings" ? ringsOf(data) : data };
}

export function dataLayers(options, state, look) {
  const shown = [...(options.layers ?? []).filter(({ id }) => !state.hidden.has(id)), ...Object.values(state.own ?? {})];
  const sources = Object.fromEntries(shown.map((layer) => [`own-${layer.id}`, source(layer)]));
  return { sources, layers: shown.flatMap((layer) => DRAWN[layer.kind](`own-${layer.id}`, look, layer)) };
}

/** Names of drawn layers whose features tell something when they are clicked. */
export const telling = ({ id, kind }) => (kind === "tiles" ? [`own-${id}-points`] : [`own-${id}`]);
