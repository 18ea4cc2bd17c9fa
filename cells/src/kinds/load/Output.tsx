// What was loaded: the table or the matrix, and above it what was guessed in reading the file, each guess with its alternative,
// where the file breaks the rules of its standard, and what reads are like.

import { useMemo } from "react";
import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import type { Json } from "../../base/json.ts";
import type { OutputProps } from "../../contract/kind-view.ts";
import { fixInWords } from "../../messages/settings/setting-in-words.ts";
import { stepInWords } from "../../messages/settings/step-in-words.ts";
import { DoubtList, type Said } from "../../ui/Doubts.tsx";
import { View } from "../../ui/locale-context.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { type ToldColumns, ToldContext } from "../../ui/columns/told-columns.ts";
import { FileCheckView } from "./FileCheck.tsx";
import { ReadQualityView } from "./QualityOfReads.tsx";
import { doesStep } from "./does-step.ts";
import { openFindings, readingIn } from "./guesses.ts";
import { withSaid } from "./said-otherwise.ts";
import type { LoadSpec } from "./spec.ts";

/** More are opened. */
const fewFindings = 3;

export function Output({ spec, locale, outputs, reader, compact, keepRows, mend, stepAfter }: OutputProps<LoadSpec>) {
  const out = outputs["out"];
  const reading = useArtifact(outputs["reading"], reader);
  const check = useArtifact(outputs["check"], reader);
  const quality = useArtifact(outputs["quality"], reader);
  const value = reading.state === "here" ? reading.value : undefined;
  const read = useMemo(() => readingIn(value), [value]);
  const findings = openFindings(value, spec);
  const said = findings.map(
    ({ message, fix, step }): Said => ({
      sentence: message,
      act:
        fix && mend
          ? { label: fixInWords(fix, locale), press: () => mend(fix.path, fix.value) }
          : step && stepAfter && out && doesStep(out.summary.type, step)
            ? { label: stepInWords(step, locale), press: () => stepAfter(step) }
            : null,
    }),
  );
  const told = useMemo((): ToldColumns | null => {
    const columns = read.columns;
    if (columns === undefined || columns.length === 0) return null;
    return {
      columns,
      otherwise: (name) => spec.columns.find(({ column }) => column === name) ?? { semantic: null, category: null },
      say: mend ? (name, said) => mend(["columns"], withSaid(spec.columns, name, said) as Json) : undefined,
    };
  }, [read, spec.columns, mend]);
  return (
    <View locale={locale}>
      <DoubtList said={said} most={fewFindings} />
      {compact ? null : (
        <FileCheckView
          report={check.state === "here" ? check.value : undefined}
          locale={locale}
          name={spec.file?.name ?? "file"}
          mend={mend}
          stepAfter={stepAfter}
          type={out?.summary.type}
        />
      )}
      {compact ? null : <ReadQualityView report={quality.state === "here" ? quality.value : undefined} locale={locale} />}
      <ToldContext value={told}>
        {out ? <ArtifactView handle={out} reader={reader} compact={compact} keepRows={keepRows} /> : null}
      </ToldContext>
    </View>
  );
}
