// Every chart family drawn in Chromium from real data, beside the picture of it that is committed in e2e/pictures. Letters are left out
// and room for them is fixed, as fonts differ between machines; what is compared is how dark each small square of a picture is, so
// that a smoother edge passes, and a mark that is missing or has moved does not. `npm run pictures` draws them anew.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Figure } from "@genomecraft/cells/artifacts/artifact.ts";
import { numberColumn, tableOf, textColumn } from "@genomecraft/cells/artifacts/table.ts";
import type { Json, JsonObject } from "@genomecraft/cells/base/json.ts";
import { charts, type FamilyName } from "@genomecraft/cells/charts.ts";
import type { ExecuteContext } from "@genomecraft/cells/contract/execute.ts";
import { execute } from "@genomecraft/cells/kinds/chart/execute.ts";
import { chart, type ChartSpec } from "@genomecraft/cells/kinds/chart/spec.ts";
import type { ChartCases } from "@genomecraft/cells/testing/describe-chart.ts";
import { lightColours } from "@genomecraft/cells/ui/chart-colours.ts";
import { themeFigure } from "@genomecraft/cells/ui/theme-figure.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root, startBrowser } from "./harness.ts";

const folder = path.join(import.meta.dirname, "pictures");
const isRenewed = process.env["GENOMECRAFT_PICTURES"] === "renew";
const size = { width: 480, height: 300 } as const;
/** A square of 8 pixels differs by so much of the way from black to white. */
const mostOfSquare = 0.1;
/** All squares together. */
const mostOfAll = 0.004;

/** Nuclei of 200 tumours (wdbc, UCI, CC BY 4.0): the columns that the cases of families name. */
function tumours() {
  const [head = "", ...lines] = readFileSync(path.join(root, "examples", "data", "wdbc.csv"), "utf8")
    .trim()
    .split("\n");
  const names = head.trim().split(",");
  const rows = lines.slice(0, 200).map((line) => line.trim().split(","));
  const of = (name: string): string[] => rows.map((row) => row[names.indexOf(name)] ?? "");
  return tableOf(
    textColumn(
      "id",
      rows.map((_, at) => `tumour ${at + 1}`),
      { semantic: "identifier" },
    ),
    textColumn("group", of(names.at(-1) ?? ""), { semantic: "category" }),
    textColumn(
      "other",
      of("mean area").map((area) => (Number(area) > 600 ? "large" : "small")),
      { semantic: "category" },
    ),
    numberColumn("value", of("mean smoothness").map(Number)),
    numberColumn("weight", of("mean texture").map(Number)),
  );
}

const whole = tumours();
/** What is drawn of gaps needs some: no texture above 20, no smoothness of every ninth. */
const withGaps = tableOf(
  ...whole.columns.map((column) =>
    column.type === "float64"
      ? numberColumn(
          column.name,
          Array.from(column.values, (value, row) => ((column.name === "weight" ? value > 20 : row % 9 === 0) ? null : value)),
        )
      : column,
  ),
);
const contextOf = (family: FamilyName): ExecuteContext =>
  ({
    input: () => (family === "missing" ? withGaps : whole),
    named: () => null,
    valueOf: (field: Json) => field,
    signal: new AbortController().signal,
  }) as unknown as ExecuteContext;

async function figureOf(family: FamilyName): Promise<Figure> {
  const { cases } = (await import(`../cells/src/charts/${family}/cases.ts`)) as { readonly cases: ChartCases };
  const spec = chart.schema.parse({ from: { ref: "cell_a" }, chart: { type: family, ...cases.options }, ...cases.draws });
  const drawn = await execute(spec as ChartSpec, contextOf(family));
  if (!drawn.ok) throw new Error(`${family}: ${drawn.error.reason}`);
  return drawn.value["out"] as Figure;
}

/** Without letters, in a room that they do not change. */
function withoutLetters(figure: Figure): { readonly data: readonly JsonObject[]; readonly layout: JsonObject } {
  const { data, layout } = themeFigure(figure, { colours: lightColours, locale: "en", ...size });
  const hidden = { color: "rgba(0,0,0,0)", size: 8 };
  const axes = Object.keys(layout).filter((name) => /^[xy]axis\d*$/.test(name));
  return {
    data: data.map((trace) => ({ ...trace, ...(trace["type"] === "scattergl" ? { type: "scatter" } : {}), showscale: false })),
    layout: {
      ...layout,
      ...Object.fromEntries(
        axes.map((name) => [
          name,
          { ...(layout[name] as object), automargin: false, showticklabels: false, title: { text: "" } },
        ]),
      ),
      title: { text: "" },
      font: { ...(layout["font"] as object), ...hidden },
      showlegend: false,
      annotations: [],
      margin: { l: 40, r: 20, t: 20, b: 30 },
    },
  };
}

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.newPage({ viewport: { ...size }, offline: true, deviceScaleFactor: 1 });
  await page.setContent('<!doctype html><meta charset="utf-8"><div id="figure"></div>');
  const plotly = createRequire(import.meta.resolve("@genomecraft/kernel/cli/figure-image.ts")).resolve("plotly.js/package.json");
  await page.addScriptTag({ path: path.join(path.dirname(plotly), "dist", "plotly.min.js") });
});
afterAll(async () => browser?.close());

interface Drawable {
  readonly data: readonly JsonObject[];
  readonly layout: JsonObject;
}

/** A PNG as a data URL. */
const drawn = (what: Drawable): Promise<string> =>
  page.evaluate(
    async ({ what, size }) => {
      const { Plotly } = globalThis as unknown as {
        readonly Plotly: {
          newPlot(at: string, data: unknown, layout: unknown, config: unknown): Promise<unknown>;
          toImage(at: string, options: unknown): Promise<string>;
        };
      };
      await Plotly.newPlot("figure", what.data, what.layout, { staticPlot: true });
      return Plotly.toImage("figure", { format: "png", ...size, scale: 1 });
    },
    { what: what as unknown as { data: object[]; layout: object }, size },
  );

interface Difference {
  /** Of the square that differs most, from 0 to 1 in any colour. */
  readonly square: number;
  readonly all: number;
}

/** How two PNG of one size differ, square by square of 8 pixels. */
const difference = (a: string, b: string): Promise<Difference> =>
  page.evaluate(
    async ([one, two]) => {
      const squares = async (url: string): Promise<number[]> => {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = document.createElement("canvas");
        const [wide, high] = [Math.ceil(image.width / 8), Math.ceil(image.height / 8)];
        canvas.width = image.width;
        canvas.height = image.height;
        const surface = canvas.getContext("2d") as CanvasRenderingContext2D;
        surface.fillStyle = "white";
        surface.fillRect(0, 0, image.width, image.height);
        surface.drawImage(image, 0, 0);
        const { data } = surface.getImageData(0, 0, image.width, image.height);
        const sums = new Array<number>(wide * high * 3).fill(0);
        for (let y = 0; y < image.height; y++)
          for (let x = 0; x < image.width; x++)
            for (let colour = 0; colour < 3; colour++) {
              const square = ((y >> 3) * wide + (x >> 3)) * 3 + colour;
              sums[square] = (sums[square] as number) + (data[(y * image.width + x) * 4 + colour] as number) / (255 * 64);
            }
        return sums;
      };
      const [first, second] = [await squares(one as string), await squares(two as string)];
      if (first.length !== second.length) return { square: 1, all: 1 };
      const apart = first.map((value, at) => Math.abs(value - (second[at] as number)));
      return { square: Math.max(...apart), all: apart.reduce((sum, value) => sum + value, 0) / apart.length };
    },
    [a, b],
  );

const urlOf = (png: Buffer): string => `data:image/png;base64,${png.toString("base64")}`;
const families = Object.keys(charts) as FamilyName[];

test.each(families)("%s is drawn as its picture", async (family) => {
  const url = await drawn(withoutLetters(await figureOf(family)));
  const file = path.join(folder, `${family}.png`);
  if (isRenewed) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, Buffer.from(url.slice(url.indexOf(",") + 1), "base64"));
    return;
  }
  expect(existsSync(file), `no picture of ${family}: npm run pictures draws it`).toBe(true);
  const { square, all } = await difference(urlOf(readFileSync(file)), url);
  expect(square, "the square that differs most").toBeLessThan(mostOfSquare);
  expect(all, "all squares").toBeLessThan(mostOfAll);
});

test("a mark that is missing, or has moved, is seen", async () => {
  const whole = withoutLetters(await figureOf("box"));
  const url = await drawn(whole);
  expect(await difference(url, await drawn(whole))).toEqual({ square: 0, all: 0 });
  const without = { ...whole, data: whole.data.slice(1) };
  expect((await difference(url, await drawn(without))).square).toBeGreaterThan(mostOfSquare);
  const points = withoutLetters(await figureOf("point"));
  const [first, ...others] = points.data;
  const moved = { ...points, data: [{ ...first, x: [20], y: [0.1] }, ...others] };
  expect((await difference(await drawn(points), await drawn(moved))).square).toBeGreaterThan(mostOfSquare);
});
