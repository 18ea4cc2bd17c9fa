// A matrix as an output: the grid, with tabs for its parts.

import { useState } from "react";
import { featureNoun, featuresTitle } from "../artifacts/rows-called.ts";
import { DataGrid } from "../ui/DataGrid.tsx";
import { useLocale, useT } from "../ui/locale-context.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import type { Part } from "../ui/use-pages.ts";
import { pickFilter } from "./pick-filter.ts";
import type { ArtifactViewProps } from "./props.ts";
import { words as viewsWords } from "../messages/views/words.ts";

export function AssayView(props: ArtifactViewProps) {
  const t = useT(viewsWords);
  const [part, setPart] = useState<Part>("values");
  const { handle, reader, compact = false } = props;
  const [features = 0, samples = 0] = handle.summary.shape;
  const title = featuresTitle(featureNoun(handle.summary), useLocale());
  return (
    <DataGrid
      key={part}
      label={t("matrix-of", { features, samples })}
      handle={handle}
      reader={reader}
      part={part}
      isDosage={part === "values" && handle.summary.detail?.["scale"] === "dosage"}
      rows={compact ? 5 : 10}
      onFilter={part === "samples" ? pickFilter(props) : undefined}
      tabs={
        <Tabs
          label={t("parts")}
          value={part}
          onChange={setPart}
          options={[
            { value: "values", label: t("values") },
            { value: "features", label: title },
            { value: "samples", label: t("samples") },
          ]}
        />
      }
    />
  );
}
