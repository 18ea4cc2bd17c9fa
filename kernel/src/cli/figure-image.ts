// Figures as PNG and SVG, drawn by the Plotly that the screen uses, in the Chromium of this machine. The page gets the
// figure and our own Plotly file; it reaches no network.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import { err, ok, type Result } from "@genomecraft/cells/base/result.ts";
import type { PictureFormat } from "@genomecraft/cells/artifacts/export-formats.ts";
import type { Figure } from "@genomecraft/cells/artifacts/artifact.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { lightColours } from "@genomecraft/cells/ui/chart-colours.ts";
import { themeFigure } from "@genomecraft/cells/ui/theme-figure.ts";
import { words as cliWords } from "@genomecraft/cells/messages/cli/words.ts";

/** Pixels of the image; PNG is drawn at twice that. */
const size = { width: 900, height: 560 } as const;

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

/** Fails with "cli.no-browser" or "cli.image-failed". */
export async function figureImage(
  figure: Figure,
  format: PictureFormat,
  locale: Locale = "en",
): Promise<Result<Uint8Array, Failure>> {
  const browser = await findBrowser();
  if (!browser) return err(cliWords.failure("no-browser"));
  const { chromium } = await import("playwright-core");
  const plotly = path.join(
    path.dirname(createRequire(import.meta.url).resolve("plotly.js/package.json")),
    "dist",
    "plotly.min.js",
  );
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
      const page = await opened.newPage({ viewport: { ...size }, offline: true, deviceScaleFactor: 1 });
      await page.setContent('<!doctype html><meta charset="utf-8"><div id="figure"></div>');
      await page.addScriptTag({ path: plotly });
      const { data, layout } = themeFigure(figure, { colours: lightColours, locale, ...size });
      const url = await page.evaluate(draw as (request: never) => Promise<string>, { data, layout, format, ...size } as never);
      const comma = url.indexOf(",");
      const body = url.slice(comma + 1);
      return ok(new Uint8Array(format === "png" ? Buffer.from(body, "base64") : Buffer.from(decodeURIComponent(body), "utf8")));
    } finally {
      await opened.close();
    }
  } catch (error) {
    return err(
      cliWords.failure("image-failed", { detail: (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "" }),
    );
  }
}

interface DrawRequest {
  readonly data: unknown;
  readonly layout: unknown;
  readonly format: PictureFormat;
  readonly width: number;
  readonly height: number;
}

/** Runs in the page. */
async function draw({ data, layout, format, width, height }: DrawRequest): Promise<string> {
  const { Plotly } = globalThis as typeof globalThis & {
    readonly Plotly: {
      newPlot(at: string, data: unknown, layout: unknown, config: unknown): Promise<unknown>;
      toImage(at: string, options: unknown): Promise<string>;
    };
  };
  await Plotly.newPlot("figure", data, { ...(layout as object), width, height }, { staticPlot: true });
  return Plotly.toImage("figure", { format, width, height, scale: format === "png" ? 2 : 1 });
}
