// A table or a matrix as an output: the grid, with tabs for the parts of a matrix.

import { useState } from "react";
import type { ArtifactReader, OutputHandle } from "../kinds/kind-view.ts";
import { DataGrid } from "./DataGrid.tsx";
import { useT } from "./locale-context.tsx";
import { Tabs } from "./Tabs.tsx";
import type { Part } from "./use-pages.ts";

export function ArtifactView({
  handle,
  reader,
  compact = false,
}: {
  readonly handle: OutputHandle;
  readonly reader: ArtifactReader;
  readonly compact?: boolean | undefined;
}) {
  const t = useT("views");
  const [part, setPart] = useState<Part>("values");
  const [first = 0, second = 0] = handle.summary.shape;
  const rows = compact ? 5 : 10;
  if (handle.summary.type !== "assay") {
    return <DataGrid label={t("table-of", { rows: first, columns: second })} handle={handle} reader={reader} rows={rows} />;
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
