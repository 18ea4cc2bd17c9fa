// Figures as PNG, SVG and PDF, drawn by the Plotly that the screen uses, in the Chromium of this machine, which also writes the PDF.
// The page gets the figure, our own Plotly file and a font; it reaches no network.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import { err, ok, type Result } from "@genomecraft/cells/base/result.ts";
import type { PictureFormat } from "@genomecraft/cells/artifacts/export-formats.ts";
import type { Figure } from "@genomecraft/cells/artifacts/artifact.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { lightColours } from "@genomecraft/cells/ui/chart-colours.ts";
import { asLines, type Paper, pngOnPaper, type PrintSize, printSize, svgOnPaper } from "@genomecraft/cells/ui/print-size.ts";
import { themeFigure } from "@genomecraft/cells/ui/theme-figure.ts";
import { validXml } from "@genomecraft/cells/ui/valid-xml.ts";
import type { Page } from "playwright-core";
import { words as cliWords } from "@genomecraft/cells/messages/cli/words.ts";

/** Pixels of an image as on the screen; PNG is drawn at twice that. */
const onScreen = { width: 900, height: 560, scale: 2 } as const;

const browsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser that draws: the system's, else the one that playwright has downloaded, else null. */
export async function findBrowser(): Promise<string | null> {
  const own = browsers.find((candidate) => existsSync(candidate));
  if (own) return own;
  try {
    const { chromium } = await import("playwright-core");
    const downloaded = chromium.executablePath();
    return existsSync(downloaded) ? downloaded : null;
  } catch {
    return null;
  }
}

/** Fails with "cli.no-browser" or "cli.image-failed". `paper`: as wide as a column of a journal. */
export async function figureImage(
  figure: Figure,
  format: PictureFormat,
  locale: Locale = "en",
  paper: Paper | null = null,
): Promise<Result<Uint8Array, Failure>> {
  const browser = await findBrowser();
  if (!browser) return err(cliWords.failure("no-browser"));
  const { chromium } = await import("playwright-core");
  const resolve = createRequire(import.meta.url).resolve;
  const plotly = path.join(path.dirname(resolve("plotly.js/package.json")), "dist", "plotly.min.js");
  const print = paper && printSize(figure, paper);
  const { width, height, scale } = print ?? onScreen;
  try {
    const opened = await chromium.launch({
      executablePath: browser,
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    try {
      const page = await opened.newPage({ viewport: { width, height }, offline: true, deviceScaleFactor: 1 });
      await page.setContent('<!doctype html><meta charset="utf-8"><div id="figure"></div>');
      await page.addStyleTag({ content: await fontRule(resolve) });
      await page.addScriptTag({ path: plotly });
      const isImage = format === "png";
      const drawn = themeFigure(isImage ? figure : asLines(figure), { colours: lightColours, locale, width, height });
      const asked = {
        ...drawn,
        format: isImage ? "png" : "svg",
        width,
        height,
        scale: isImage ? scale : 1,
        ratio: Math.max(2, scale),
      };
      const url = await page.evaluate(draw as (request: never) => Promise<string>, asked as never);
      const body = url.slice(url.indexOf(",") + 1);
      if (isImage) {
        const png = new Uint8Array(Buffer.from(body, "base64"));
        return ok(paper ? pngOnPaper(png, paper.dpi) : png);
      }
      const svg = validXml(decodeURIComponent(body));
      const sized = print ? svgOnPaper(svg, print) : svg;
      return ok(new Uint8Array(format === "svg" ? Buffer.from(sized, "utf8") : await pdfOf(page, sized, print?.paper ?? null)));
    } finally {
      await opened.close();
    }
  } catch (error) {
    return err(
      cliWords.failure("image-failed", { detail: (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "" }),
    );
  }
}

/** The letters of the screen, where they lie beside this program; else those of the machine. */
async function fontRule(resolve: (name: string) => string): Promise<string> {
  try {
    const font = await readFile(resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"));
    return `@font-face { font-family: "Inter Variable"; src: url(data:font/ttf;base64,${font.toString("base64")}); }`;
  } catch {
    return "";
  }
}

/** One page that is as large as the drawing. */
async function pdfOf(page: Page, svg: string, paper: PrintSize["paper"] | null): Promise<Buffer> {
  const [width, height] = paper ? [`${paper.width}mm`, `${paper.height}mm`] : [`${onScreen.width}px`, `${onScreen.height}px`];
  await page.evaluate((drawing) => {
    document.body.style.margin = "0";
    document.body.innerHTML = drawing;
    (document.body.firstElementChild as SVGElement).style.display = "block";
  }, svg);
  return page.pdf({ width, height, printBackground: true, pageRanges: "1", margin: { top: 0, right: 0, bottom: 0, left: 0 } });
}

interface DrawRequest {
  readonly data: unknown;
  readonly layout: unknown;
  readonly format: "png" | "svg";
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly ratio: number;
}

/** Runs in the page. */
async function draw({ data, layout, format, width, height, scale, ratio }: DrawRequest): Promise<string> {
  const { Plotly } = globalThis as typeof globalThis & {
    readonly Plotly: {
      newPlot(at: string, data: unknown, layout: unknown, config: unknown): Promise<unknown>;
      toImage(at: string, options: unknown): Promise<string>;
    };
  };
  await document.fonts.load('12px "Inter Variable"').catch(() => []);
  await Plotly.newPlot(
    "figure",
    data,
    { ...(layout as object), width, height },
    {
      staticPlot: true,
      plotGlPixelRatio: ratio,
    },
  );
  return Plotly.toImage("figure", { format, width, height, scale });
}
