// A chart as readers get it: a heatmap with labels on names its samples along x.

import type { ForReaders } from "../../contract/for-readers.ts";
import { isJsonObject } from "../../base/json.ts";

interface LabelledSpec {
  readonly chart: { readonly type: string };
  readonly labels: boolean;
}

export const forReaders: ForReaders<LabelledSpec> = (artifact, { spec, labels }) => {
  if (labels || artifact.type !== "figure" || !spec.labels || spec.chart.type !== "heatmap") return artifact;
  const { xaxis: axis } = artifact.layout;
  if (!isJsonObject(axis)) return artifact;
  const { ticktext: _names, tickvals: _places, tickmode: _mode, ...xaxis } = axis;
  return { ...artifact, layout: { ...artifact.layout, xaxis: { ...xaxis, showticklabels: false, ticks: "" } } };
};
