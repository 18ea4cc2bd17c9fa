// The tokens stand twice, for the stylesheet and for MUI: they are the same, and they can be read.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type Scheme, tokens } from "./tokens.ts";

const css = readFileSync(path.join(import.meta.dirname, "theme.css"), "utf8");
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** Contrast of two colours, WCAG 2.2 §1.4.3. */
const contrast = (a: string, b: string): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

test("the stylesheet holds the same colours", () => {
  for (const scheme of ["light", "dark"] as const)
    for (const [name, colour] of Object.entries(tokens[scheme])) expect(css).toContain(`--gc-${name}: ${colour.toLowerCase()};`);
});

test("text reads on all three grounds, states on their own wash, controls stand out", () => {
  for (const scheme of ["light", "dark"] satisfies Scheme[]) {
    const c = tokens[scheme];
    for (const ground of [c.canvas, c.surface, c.sunken]) {
      for (const text of [c.text, c.muted, c.accent, c.fresh, c.stale, c.failed, c.running, c.restricted])
        expect(contrast(text, ground), `${scheme} ${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(c.control, ground)).toBeGreaterThanOrEqual(3);
    }
    for (const name of ["accent", "stale", "failed", "running", "restricted"] as const)
      expect(contrast(c[name], c[`${name}-wash`]), `${scheme} ${name}`).toBeGreaterThanOrEqual(4.5);
    expect(contrast(c["on-accent"], c.accent)).toBeGreaterThanOrEqual(4.5);
  }
});
