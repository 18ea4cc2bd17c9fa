// Depth as a table, or reads of genes as a matrix.

import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import type { OutputProps } from "../../contract/kind-view.ts";
import { View } from "../../ui/locale-context.tsx";
import { BinSaid } from "./BinSaid.tsx";
import type { CoverageSpec } from "./spec.ts";

export function Output({ spec, locale, outputs, reader, compact, keepRows }: OutputProps<CoverageSpec>) {
  const out = outputs["out"];
  const wasChosen = spec.bin === null && spec.genes === null && out?.summary.type === "table";
  return (
    <View locale={locale}>
      {out && wasChosen && !compact ? <BinSaid handle={out} reader={reader} /> : null}
      {out ? <ArtifactView handle={out} reader={reader} compact={compact} keepRows={keepRows} /> : null}
    </View>
  );
}
