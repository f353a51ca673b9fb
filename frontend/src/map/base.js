// The ground under every map: outlines that ship with the product, and tiles of a file or a server where one is set.
import { addProtocol } from "maplibre-gl";
import { PMTiles, Protocol } from "pmtiles";

const VECTOR = 1; // the tile type of PMTiles that holds vectors

/** A collection of outlines, and the points at which their names are written. */
export async function labelled(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const areas = await response.json();
  const names = areas.features
    .filter(({ properties }) => properties.at)
    .map(({ properties }) => ({
      type: "Feature",
      properties: { kind: properties.kind, name: properties.name.replace(/^(Tỉnh|Thành phố|Huyện|Quận|Thị xã) (?=\D)/, "") },
      geometry: { type: "Point", coordinates: properties.at },
    }));
  return { areas, names: { type: "FeatureCollection", features: names } };
}

export const outlines = (base) => labelled(base.provinces);

/** A source for the tiles that the installation was given, or nothing. */
export async function baseTiles({ tiles }) {
  if (!tiles) return null;
  const attribution = tiles.attribution ?? "";
  if (tiles.kind !== "pmtiles")
    return { type: "raster", tiles: [tiles.url], tileSize: 256, maxzoom: tiles.maxzoom ?? 19, attribution };
  const archive = new PMTiles(new URL(tiles.url, location.href).href);
  const protocol = new Protocol();
  protocol.add(archive);
  addProtocol("pmtiles", protocol.tile);
  const { tileType } = await archive.getHeader();
  return { type: tileType === VECTOR ? "vector" : "raster", url: `pmtiles://${archive.source.getKey()}`, attribution };
}
