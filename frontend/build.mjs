// Bundles scripts, styles, fonts and icons into the package's static folder. Run by `make assets`.
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const OUT = path.join(ROOT, "src/phoihop/base/static/phoihop");
const PAPER_FONTS = path.join(ROOT, "src/phoihop/papers/static_fonts");
const MODULES = path.join(ROOT, "node_modules");
const WATCH = process.argv.includes("--watch");

// Every browser that runs these pages reads woff2, so the older woff copies are not shipped.
const onlyWoff2 = {
  name: "only-woff2",
  setup(build) {
    build.onLoad({ filter: /@fontsource[\\/].*\.css$/ }, async ({ path: file }) => {
      const css = await readFile(file, "utf8");
      return { contents: css.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, ""), loader: "css" };
    });
  },
};

// The icon font of FullCalendar is a data: address, which the policy of the pages refuses; its buttons carry signs instead.
const noIconFont = {
  name: "no-icon-font",
  setup(build) {
    build.onLoad({ filter: /@fullcalendar[\\/]core[\\/]internal-common\.js$/ }, async ({ path: file }) => {
      const script = await readFile(file, "utf8");
      return { contents: script.replace(/@font-face\{font-family:fcicons;[^}]*\}/, ""), loader: "js" };
    });
  },
};

// The policy of the pages refuses a style attribute, also one that a library writes; the same as SVG attributes is let.
const noStyleAttributes = {
  name: "no-style-attributes",
  setup(build) {
    build.onLoad({ filter: /frappe-gantt\.es\.js$/ }, async ({ path: file }) => {
      const script = await readFile(file, "utf8");
      const written = 'style="stroke:grey; stroke-width:0.3"';
      if (!script.includes(written)) throw new Error("frappe-gantt no longer writes the style that is replaced here");
      return { contents: script.replace(written, 'stroke="grey" stroke-width="0.3"'), loader: "js" };
    });
  },
};

const options = {
  absWorkingDir: ROOT,
  entryPoints: [
    ...["app", "theme", "charts", "grid", "map", "plan", "room", "sort", "board", "place"].map((out) => ({ in: `frontend/src/${out}.js`, out })),
    ...["app", "grid", "map", "plan", "room"].map((out) => ({ in: `frontend/styles/${out}.css`, out })),
  ],
  outdir: OUT,
  entryNames: "[name]",
  assetNames: "fonts/[name]",
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome123", "firefox128", "safari17.5"],
  loader: { ".woff2": "file" },
  legalComments: "linked",
  logLevel: "warning",
  plugins: [onlyWoff2, noIconFont, noStyleAttributes],
};

async function icons() {
  const listed = await readFile(path.join(ROOT, "frontend/icons.txt"), "utf8");
  const names = [...new Set(listed.split("\n").map((line) => line.trim()))].filter((line) => line && !line.startsWith("#"));
  const symbols = await Promise.all(
    names.map(async (name) => {
      const svg = await readFile(path.join(MODULES, "@tabler/icons/icons/outline", `${name}.svg`), "utf8");
      const drawing = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
      const shapes = drawing.replace(/\s+/g, " ").trim();
      return (
        `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor"` +
        ` stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`
      );
    }),
  );
  await writeFile(path.join(OUT, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
}

// Papers are set in Tinos: the metrics of Times New Roman, with every Vietnamese tone letter.
async function paperFonts() {
  await mkdir(PAPER_FONTS, { recursive: true });
  const family = path.join(MODULES, "@expo-google-fonts/tinos");
  for (const face of ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"]) {
    await copyFile(path.join(family, face, `Tinos_${face}.ttf`), path.join(PAPER_FONTS, `Tinos_${face}.ttf`));
  }
  await copyFile(path.join(family, "LICENSE_FONT"), path.join(PAPER_FONTS, "LICENSE"));
}

// MapLibre works in a thread of its own, whose code the policy wants from a file of ours.
async function mapWorker() {
  await copyFile(path.join(MODULES, "maplibre-gl/dist/maplibre-gl-worker.mjs"), path.join(OUT, "map-worker.mjs"));
}

async function favicon() {
  await copyFile(path.join(ROOT, "frontend/favicon.svg"), path.join(OUT, "favicon.svg"));
}

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
await Promise.all([icons(), paperFonts(), mapWorker(), favicon()]);
if (WATCH) {
  const context = await esbuild.context({ ...options, minify: false, sourcemap: "inline" });
  await context.watch();
} else {
  await esbuild.build(options);
}
