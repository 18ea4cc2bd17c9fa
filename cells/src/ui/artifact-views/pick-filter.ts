// A value picked in a grid becomes a filter after the cell.

import { newId, systemRandom } from "../../base/ids.ts";
import type { JsonObject } from "../../base/json.ts";
import type { DataGridProps } from "../DataGrid.tsx";
import type { ArtifactViewProps } from "./props.ts";

export const pickFilter = ({ addCell, handle }: ArtifactViewProps): DataGridProps["onFilter"] =>
  addCell
    ? (condition) =>
        addCell("transform", {
          from: handle.ref as unknown as JsonObject,
          steps: [{ id: newId("step", systemRandom), verb: "filter", where: { all: [condition as unknown as JsonObject] } }],
        })
    : undefined;
