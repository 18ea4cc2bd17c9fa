// THE list of chart families, in the order of the menu. A line holds the card and how its code is loaded.

import { bar } from "./charts/bar/chart.ts";
import { beeswarm } from "./charts/beeswarm/chart.ts";
import { box } from "./charts/box/chart.ts";
import { correlation } from "./charts/correlation/chart.ts";
import { heatmap } from "./charts/heatmap/chart.ts";
import { histogram } from "./charts/histogram/chart.ts";
import { manhattan } from "./charts/manhattan/chart.ts";
import { line } from "./charts/line/chart.ts";
import { missing } from "./charts/missing/chart.ts";
import { pairs } from "./charts/pairs/chart.ts";
import { point } from "./charts/point/chart.ts";
import { sets } from "./charts/sets/chart.ts";
import { strip } from "./charts/strip/chart.ts";
import { qq } from "./charts/qq/chart.ts";
import { density } from "./charts/density/chart.ts";
import { violin } from "./charts/violin/chart.ts";
import type { ChartLine } from "./contract/chart.ts";

export const charts = {
  point: { family: point, draw: () => import("./charts/point/draw.ts"), Options: () => import("./charts/point/Options.tsx") },
  line: { family: line, draw: () => import("./charts/line/draw.ts"), Options: () => import("./charts/line/Options.tsx") },
  bar: { family: bar, draw: () => import("./charts/bar/draw.ts"), Options: () => import("./charts/bar/Options.tsx") },
  histogram: {
    family: histogram,
    draw: () => import("./charts/histogram/draw.ts"),
    Options: () => import("./charts/histogram/Options.tsx"),
  },
  box: { family: box, draw: () => import("./charts/box/draw.ts"), Options: () => import("./charts/box/Options.tsx") },
  density: {
    family: density,
    draw: () => import("./charts/density/draw.ts"),
    Options: () => import("./charts/density/Options.tsx"),
  },
  violin: { family: violin, draw: () => import("./charts/violin/draw.ts"), Options: () => import("./charts/violin/Options.tsx") },
  beeswarm: {
    family: beeswarm,
    draw: () => import("./charts/beeswarm/draw.ts"),
    Options: () => import("./charts/beeswarm/Options.tsx"),
  },
  strip: { family: strip, draw: () => import("./charts/strip/draw.ts"), Options: () => import("./charts/strip/Options.tsx") },
  heatmap: {
    family: heatmap,
    draw: () => import("./charts/heatmap/draw.ts"),
    Options: () => import("./charts/heatmap/Options.tsx"),
  },
  pairs: { family: pairs, draw: () => import("./charts/pairs/draw.ts"), Options: () => import("./charts/pairs/Options.tsx") },
  sets: { family: sets, draw: () => import("./charts/sets/draw.ts"), Options: () => import("./charts/sets/Options.tsx") },
  missing: {
    family: missing,
    draw: () => import("./charts/missing/draw.ts"),
    Options: () => import("./charts/missing/Options.tsx"),
  },
  correlation: {
    family: correlation,
    draw: () => import("./charts/correlation/draw.ts"),
    Options: () => import("./charts/correlation/Options.tsx"),
  },
  manhattan: {
    family: manhattan,
    draw: () => import("./charts/manhattan/draw.ts"),
    Options: () => import("./charts/manhattan/Options.tsx"),
  },
  qq: { family: qq, draw: () => import("./charts/qq/draw.ts"), Options: () => import("./charts/qq/Options.tsx") },
} as const satisfies { readonly [name: string]: ChartLine };

export type FamilyName = keyof typeof charts;

/** The family of a new chart. */
export const usualChart: FamilyName = "box";
