// Depth as a table, or reads of genes as a matrix.

import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import { View } from "../../ui/locale-context.tsx";
import type { OutputProps } from "../../contract/kind-view.ts";

export function Output({ locale, outputs, reader, compact, keepRows }: OutputProps) {
  const out = outputs["out"];
  return (
    <View locale={locale}>
      {out ? <ArtifactView handle={out} reader={reader} compact={compact} keepRows={keepRows} /> : null}
    </View>
  );
}
