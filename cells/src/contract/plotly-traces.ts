// THE list of what Plotly draws for us. A chart family says which of them it draws; the screen's own Plotly holds these and
// no others (workspace/src/plot/plotly-bundle.tsx), and the reader's theme knows the look of each (ui/theme-figure.ts):
// neither compiles while one is left out.

export const plotlyTraces = ["scatter", "scattergl", "bar", "box", "heatmap"] as const;
export type PlotlyTrace = (typeof plotlyTraces)[number];

/** Of a trace in a figure; Plotly takes one without a type for points. Null: of another release, or of nobody. */
export const plotlyTraceOf = ({ type = "scatter" }: { readonly type?: unknown }): PlotlyTrace | null =>
  plotlyTraces.find((known) => known === type) ?? null;
