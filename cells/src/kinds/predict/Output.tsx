// The predictions, beside the rows that they are about; above them what is doubtful.

import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import { Doubts } from "../../ui/Doubts.tsx";
import { View } from "../../ui/locale-context.tsx";
import { reportBody } from "../../ui/report-body.ts";
import { useArtifact } from "../../ui/use-artifact.ts";
import type { OutputProps } from "../../contract/kind-view.ts";

export function Output({ locale, outputs, reader, compact, keepRows }: OutputProps) {
  const out = outputs["out"];
  const report = useArtifact(outputs["report"], reader);
  return (
    <View locale={locale}>
      {report.state === "here" ? <Doubts said={reportBody(report.value)["doubts"]} /> : null}
      {out ? <ArtifactView handle={out} reader={reader} compact={compact} keepRows={keepRows} /> : null}
    </View>
  );
}
