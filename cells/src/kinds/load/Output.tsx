// What was loaded: the table or the matrix, and above it what was guessed in reading the file, each guess with its alternative,
// and where the file breaks the rules of its standard.

import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import type { OutputProps } from "../../contract/kind-view.ts";
import { fixInWords } from "../../messages/settings/setting-in-words.ts";
import { DoubtList, type Said } from "../../ui/Doubts.tsx";
import { View } from "../../ui/locale-context.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { FileCheckView } from "./FileCheck.tsx";
import { openFindings } from "./guesses.ts";
import type { LoadSpec } from "./spec.ts";

/** More are opened. */
const fewFindings = 3;

export function Output({ spec, locale, outputs, reader, compact, keepRows, mend }: OutputProps<LoadSpec>) {
  const out = outputs["out"];
  const reading = useArtifact(outputs["reading"], reader);
  const check = useArtifact(outputs["check"], reader);
  const findings = reading.state === "here" ? openFindings(reading.value, spec) : [];
  const said = findings.map(
    ({ message, fix }): Said => ({
      sentence: message,
      act: fix && mend ? { label: fixInWords(fix, locale), press: () => mend(fix.path, fix.value) } : null,
    }),
  );
  return (
    <View locale={locale}>
      <DoubtList said={said} most={fewFindings} />
      {compact ? null : (
        <FileCheckView
          report={check.state === "here" ? check.value : undefined}
          locale={locale}
          name={spec.file?.name ?? "file"}
          mend={mend}
        />
      )}
      {out ? <ArtifactView handle={out} reader={reader} compact={compact} keepRows={keepRows} /> : null}
    </View>
  );
}
