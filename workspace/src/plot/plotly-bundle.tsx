// Our own Plotly: only the traces that charts draw, the strict WebGL one (the content policy forbids code from strings),
// nothing that leaves the browser.

import Plotly from "plotly.js/lib/core";
import bar from "plotly.js/lib/bar";
import box from "plotly.js/lib/box";
import heatmap from "plotly.js/lib/heatmap";
import scattergl from "plotly.js/src/traces/scattergl/strict";
import createPlotlyComponent from "react-plotly.js/factory";
import type { PlotlyModule } from "plotly.js";
import type { PlotlyTrace } from "@genomecraft/cells/contract/plotly-traces.ts";
import type { PdfWriter, PlotLibrary } from "@genomecraft/cells/ui/plot-context.ts";

/** Points and lines are in its core. */
const traces: { readonly [T in Exclude<PlotlyTrace, "scatter">]: PlotlyModule } = { bar, box, heatmap, scattergl };

Plotly.register(Object.values(traces));

const Plot = createPlotlyComponent(Plotly);

let writer: Promise<PdfWriter> | null = null;

export const plotLibrary: PlotLibrary = {
  Plot: ({ data, layout, config, onSelected, onClick, onDeselect, onError }) => (
    <Plot
      data={[...data]}
      layout={layout}
      config={config}
      style={{ width: "100%" }}
      {...(onSelected ? { onSelected } : {})}
      {...(onClick ? { onClick } : {})}
      {...(onDeselect ? { onDeselect } : {})}
      {...(onError ? { onError } : {})}
    />
  ),
  toImage: (figure, { ratio, ...options }) =>
    Plotly.toImage(
      { data: [...figure.data], layout: { ...figure.layout } as object, config: { plotGlPixelRatio: ratio } },
      options,
    ),
  pdf: () => {
    writer ??= import("./write-pdf.ts").then((module) => module.newPdfWriter());
    // What did not arrive may arrive the next time.
    writer.catch(() => {
      writer = null;
    });
    return writer;
  },
};
