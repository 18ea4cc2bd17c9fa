// What was fitted of each feature.

import type { OutputProps } from "../../contract/kind-view.ts";
import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import { View } from "../../ui/locale-context.tsx";

export function Output({ locale, outputs, reader, compact }: OutputProps) {
  const out = outputs["out"];
  return <View locale={locale}>{out ? <ArtifactView handle={out} reader={reader} compact={compact} /> : null}</View>;
}
