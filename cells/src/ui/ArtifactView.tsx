// A table or a matrix as an output: the grid, with tabs for the parts of a matrix.

import { useState } from "react";
import { newId, systemRandom } from "../base/ids.ts";
import type { JsonObject } from "../base/json.ts";
import type { ArtifactReader, OutputHandle, OutputProps } from "../contract/kind-view.ts";
import { DataGrid, type DataGridProps } from "./DataGrid.tsx";
import { useT } from "./locale-context.tsx";
import { Tabs } from "./Tabs.tsx";
import type { Part } from "./use-pages.ts";

export function ArtifactView({
  handle,
  reader,
  compact = false,
  addCell,
}: {
  readonly handle: OutputHandle;
  readonly reader: ArtifactReader;
  readonly compact?: boolean | undefined;
  /** The host adds a cell: a value picked in the table becomes a filter. */
  readonly addCell?: OutputProps["addCell"];
}) {
  const t = useT("views");
  const [part, setPart] = useState<Part>("values");
  const [first = 0, second = 0] = handle.summary.shape;
  const rows = compact ? 5 : 10;
  const filter: DataGridProps["onFilter"] = addCell
    ? (condition) =>
        addCell("transform", {
          from: handle.ref as unknown as JsonObject,
          steps: [{ id: newId("step", systemRandom), verb: "filter", where: { all: [condition as unknown as JsonObject] } }],
        })
    : undefined;
  if (handle.summary.type !== "assay") {
    return (
      <DataGrid
        label={t("table-of", { rows: first, columns: second })}
        handle={handle}
        reader={reader}
        rows={rows}
        onFilter={filter}
      />
    );
  }
  const noun = handle.summary.detail?.["featureNoun"];
  return (
    <DataGrid
      key={part}
      label={t("matrix-of", { features: first, samples: second })}
      handle={handle}
      reader={reader}
      part={part}
      rows={rows}
      onFilter={part === "samples" ? filter : undefined}
      tabs={
        <Tabs
          label={t("parts")}
          value={part}
          onChange={setPart}
          options={[
            { value: "values", label: t("values") },
            { value: "features", label: noun === "gene" ? t("genes") : t("features") },
            { value: "samples", label: t("samples") },
          ]}
        />
      }
    />
  );
}
