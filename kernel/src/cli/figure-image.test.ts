// Figures leave as images that show what they hold. Needs a browser; says so where there is none.

import { expect, test } from "vitest";
import type { Figure } from "@genomecraft/cells/artifacts/artifact.ts";
import { figureImage, findBrowser } from "./figure-image.ts";

const browser = await findBrowser();
const figure: Figure = {
  type: "figure",
  data: [
    { type: "box", name: "Female", y: [9, 10, 11, 10.5], meta: { role: "group", group: 0 } },
    { type: "box", name: "Male", y: [0.1, 0, 0.2, 0.1], meta: { role: "group", group: 1 } },
  ],
  layout: { title: { text: "Xist" }, yaxis: { title: { text: "log2 CPM" } } },
  alt: "Xist by sex",
  marks: 8,
};

test.skipIf(!browser)(`a figure becomes SVG with its titles and colours${browser ? "" : " (skipped: no browser)"}`, async () => {
  const image = await figureImage(figure, "svg");
  const svg = image.ok ? new TextDecoder().decode(image.value) : image.error.reason;
  expect(svg).toContain("<svg");
  expect(svg).toContain("log2 CPM");
  expect(svg).toMatch(/(rgb\(213, 94, 0\)|rgba?\(213,\s*94,\s*0)/);
});

test.skipIf(!browser)(`a figure becomes a PNG at twice its size${browser ? "" : " (skipped: no browser)"}`, async () => {
  const image = await figureImage(figure, "png");
  if (!image.ok) throw new Error(JSON.stringify(image.error));
  expect(Buffer.from(image.value.slice(1, 4)).toString()).toBe("PNG");
  expect(new DataView(image.value.buffer, image.value.byteOffset).getUint32(16)).toBe(1800);
});

const several: Figure = {
  ...figure,
  layout: { title: { text: "Экспрессия гена β-актина, Δ" }, yaxis: { title: { text: "log2 CPM" } } },
};
const paper = { width: 89, dpi: 300 };

test.skipIf(!browser)(
  `a PNG of one column has 300 dots an inch and says so${browser ? "" : " (skipped: no browser)"}`,
  async () => {
    const image = await figureImage(several, "png", "en", paper);
    if (!image.ok) throw new Error(JSON.stringify(image.error));
    const view = new DataView(image.value.buffer, image.value.byteOffset);
    expect(view.getUint32(16)).toBe(1051);
    expect(Buffer.from(image.value.slice(37, 41)).toString()).toBe("pHYs");
    expect(view.getUint32(41)).toBe(11_811);
  },
);

test.skipIf(!browser)(`SVG and PDF of one column are 89 mm wide${browser ? "" : " (skipped: no browser)"}`, async () => {
  const svg = await figureImage(several, "svg", "en", paper);
  if (!svg.ok) throw new Error(JSON.stringify(svg.error));
  expect(new TextDecoder().decode(svg.value)).toMatch(/<svg[^>]* width="89mm" height="[\d.]+mm" viewBox="0 0 432 /);
  const pdf = await figureImage(several, "pdf", "en", paper);
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.error));
  const text = Buffer.from(pdf.value).toString("latin1");
  expect(text).toMatch(/^%PDF-/);
  const [, wide, high] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
  expect(Number(wide)).toBeCloseTo((89 / 25.4) * 72, -0.5);
  expect(Number(high)).toBeGreaterThan(100);
  expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
