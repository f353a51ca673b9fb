// Circles on the ground as polygons, and corners as GeoJSON.
const METRES_A_DEGREE = 111_195; // on a sphere of the earth's mean radius
const CORNERS = 64;

/** The corners of a circle around [longitude, latitude]. */
export function circle([lon, lat], radiusM) {
  const up = radiusM / METRES_A_DEGREE;
  const across = up / Math.cos((lat * Math.PI) / 180);
  return Array.from({ length: CORNERS + 1 }, (_, corner) => {
    const turn = (2 * Math.PI * (corner % CORNERS)) / CORNERS;
    return [lon + across * Math.cos(turn), lat + up * Math.sin(turn)];
  });
}

export const polygon = (ring, properties = {}) => ({
  type: "Feature",
  properties,
  geometry: { type: "Polygon", coordinates: [ring] },
});

export const collection = (features) => ({ type: "FeatureCollection", features });

/** Points with `radius_m` become circles of that size. */
export const ringsOf = (points) =>
  collection(points.features.map((one) => polygon(circle(one.geometry.coordinates, one.properties.radius_m), one.properties)));
