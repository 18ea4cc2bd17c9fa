// What the pictures of clusters share.

import { textOfFloats } from "../../base/doubles-as-text.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ClustersBody } from "../../reports/clusters/report.ts";
import type { GroupedRows } from "./rows-of.ts";

export interface DrawnClusters {
  readonly body: ClustersBody;
  readonly rows: GroupedRows;
  readonly labels: Int32Array;
  /** Silhouettes; NaN where none was computed. */
  readonly width: Float64Array;
}

export const floats = (values: readonly number[]): JsonObject => ({ dtype: "f4", bdata: textOfFloats(values) });

/** Numbers of clusters before a colour comes a second time are the theme's matter. */
export const groupOf = (label: number): JsonObject => ({
  role: "group",
  group: label,
  field: "cluster",
  value: String(label + 1),
});

export const sizesTold = ({ clusters }: DrawnClusters["body"]): readonly string[] => [
  ...clusters.slice(0, 12).map(({ name, n }) => `${name}: ${n}`),
  ...(clusters.length > 12 ? ["…"] : []),
];
