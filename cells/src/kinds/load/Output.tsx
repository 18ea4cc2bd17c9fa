// What was loaded: the table or the matrix, and above it what was guessed in reading the file, each guess with its alternative.

import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import type { OutputProps } from "../../contract/kind-view.ts";
import { fixInWords } from "../../messages/settings/setting-in-words.ts";
import { DoubtList, type Said } from "../../ui/Doubts.tsx";
import { View } from "../../ui/locale-context.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { openFindings } from "./guesses.ts";

/** More are opened. */
const fewFindings = 3;

export function Output({ spec, locale, outputs, reader, compact, keepRows, mend }: OutputProps) {
  const out = outputs["out"];
  const reading = useArtifact(outputs["reading"], reader);
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
      {out ? <ArtifactView handle={out} reader={reader} compact={compact} keepRows={keepRows} /> : null}
    </View>
  );
}
