// Our own Plotly: only the traces that charts draw, the strict WebGL one (the content policy forbids code from strings),
// nothing that leaves the browser.

import Plotly from "plotly.js/lib/core";
import bar from "plotly.js/lib/bar";
import box from "plotly.js/lib/box";
import contour from "plotly.js/lib/contour";
import heatmap from "plotly.js/lib/heatmap";
import histogram from "plotly.js/lib/histogram";
import histogram2d from "plotly.js/lib/histogram2d";
import violin from "plotly.js/lib/violin";
import scattergl from "plotly.js/src/traces/scattergl/strict";
import createPlotlyComponent from "react-plotly.js/factory";
import type { PlotLibrary } from "@genomecraft/cells/ui/plot-context.ts";

Plotly.register([bar, box, contour, heatmap, histogram, histogram2d, violin, scattergl]);

const Plot = createPlotlyComponent(Plotly);

export const plotLibrary: PlotLibrary = {
  Plot: ({ data, layout, config, onSelected, onDeselect, onError }) => (
    <Plot
      data={[...data]}
      layout={layout}
      config={config}
      style={{ width: "100%" }}
      {...(onSelected ? { onSelected } : {})}
      {...(onDeselect ? { onDeselect } : {})}
      {...(onError ? { onError } : {})}
    />
  ),
  toImage: (figure, options) => Plotly.toImage({ data: [...figure.data], layout: { ...figure.layout } as object }, options),
};
