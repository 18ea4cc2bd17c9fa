// Loads the charts' library once, when the first figure comes into view.

import type { PlotLibrary } from "@genomecraft/cells/ui/plot-context.ts";

let loading: Promise<PlotLibrary> | null = null;

export const loadPlotly = (): Promise<PlotLibrary> => {
  loading ??= import("./plotly-bundle.tsx").then((module) => module.plotLibrary);
  // A chunk that did not arrive may arrive the next time.
  loading.catch(() => {
    loading = null;
  });
  return loading;
};
