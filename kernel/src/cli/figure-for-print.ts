// A figure as it is exported: in the light colours. Figures hold no colours themselves; each trace says which group it is.

import type { Figure } from "@genomecraft/cells/artifacts/artifact.ts";
import { isJsonObject, type Json, type JsonObject } from "@genomecraft/cells/base/json.ts";

const categorical = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00"] as const;
const symbols = ["circle", "square", "diamond", "triangle-up", "cross", "star"] as const;
const plain = "#0072B2";
const quiet = "#8a8f98";
const ink = "#1f2328";
const scales: { readonly [role: string]: Json } = {
  sequential: "Viridis",
  diverging: [
    [0, "#2166ac"],
    [0.5, "#f7f7f7"],
    [1, "#b2182b"],
  ],
};

export function figureForPrint(figure: Figure): { readonly data: readonly JsonObject[]; readonly layout: JsonObject } {
  const axis = { gridcolor: "#e4e7eb", linecolor: ink, zerolinecolor: "#c9ced6", automargin: true };
  const layout: { [key: string]: Json } = {
    ...figure.layout,
    paper_bgcolor: "#ffffff",
    plot_bgcolor: "#ffffff",
    font: { family: "Inter, Helvetica, Arial, sans-serif", size: 13, color: ink },
  };
  for (const [key, value] of Object.entries(figure.layout)) {
    if (/^[xy]axis\d*$/.test(key) && isJsonObject(value)) layout[key] = { ...axis, ...value };
  }
  return { data: figure.data.map(coloured), layout };
}

function coloured(trace: JsonObject): JsonObject {
  const meta = isJsonObject(trace.meta) ? trace.meta : {};
  const role = String(meta.role ?? "");
  const scale = scales[role];
  if (scale !== undefined) {
    if (trace.type === "heatmap") return { ...trace, colorscale: scale };
    return { ...trace, marker: { ...object(trace.marker), colorscale: scale } };
  }
  const group = typeof meta.group === "number" ? meta.group : 0;
  const colour =
    role === "group" ? (categorical[group % categorical.length] ?? plain) : role === "rest" || role === "missing" ? quiet : plain;
  const shape =
    role === "group" && group >= categorical.length
      ? symbols[Math.floor(group / categorical.length) % symbols.length]
      : undefined;
  const isScatter = trace.type === "scatter" || trace.type === "scattergl";
  return {
    ...trace,
    marker: {
      color: colour,
      ...(isScatter && shape ? { symbol: shape } : {}),
      ...object(trace.marker),
    },
    line: { color: colour, ...object(trace.line) },
    ...(trace.type === "box" ? { fillcolor: `${colour}33` } : {}),
  };
}

const object = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
