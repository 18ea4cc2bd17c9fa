// A value picked in a grid becomes a filter after the cell.

import type { DataGridProps } from "../ui/DataGrid.tsx";
import type { ArtifactViewProps } from "./props.ts";

export const pickFilter = ({ keepRows, handle }: ArtifactViewProps): DataGridProps["onFilter"] =>
  keepRows ? (condition) => keepRows(handle.ref, condition) : undefined;
