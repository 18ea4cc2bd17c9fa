// Our own Plotly: only the traces that charts draw, the strict WebGL one (the content policy forbids code from strings),
// nothing that leaves the browser.

import Plotly from "plotly.js/lib/core";
import bar from "plotly.js/lib/bar";
import box from "plotly.js/lib/box";
import heatmap from "plotly.js/lib/heatmap";
import scattergl from "plotly.js/src/traces/scattergl/strict";
import { memo, useMemo } from "react";
import createPlotlyComponent from "react-plotly.js/factory";
import type { PlotlyModule } from "plotly.js";
import type { PlotlyTrace } from "@genomecraft/cells/contract/plotly-traces.ts";
import type { PdfWriter, PlotLibrary, PlotProps } from "@genomecraft/cells/ui/plot-context.ts";

/** Points and lines are in its core. */
const traces: { readonly [T in Exclude<PlotlyTrace, "scatter">]: PlotlyModule } = { bar, box, heatmap, scattergl };

Plotly.register(Object.values(traces));

const Plot = createPlotlyComponent(Plotly);

let writer: Promise<PdfWriter> | null = null;

const style = { width: "100%" };

/** Plotly draws all of a figure again when it is given another list, whatever stands in it: the same data are the same list. */
const Drawn = memo(function Drawn({ data, layout, config, onSelected, onClick, onDeselect, onError }: PlotProps) {
  const traces = useMemo(() => [...data], [data]);
  return (
    <Plot
      data={traces}
      layout={layout}
      config={config}
      style={style}
      {...(onSelected ? { onSelected } : {})}
      {...(onClick ? { onClick } : {})}
      {...(onDeselect ? { onDeselect } : {})}
      {...(onError ? { onError } : {})}
    />
  );
});

export const plotLibrary: PlotLibrary = {
  Plot: Drawn,
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
