// The form of the step annotate-samples.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { CellField } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { PairRows } from "../parts/PairRows.tsx";
import type { annotateSamples } from "./step.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

export const Form: StepForm<OptionsOf<typeof annotateSamples>> = ({ step, known, host, write }) => {
  const t = translator(formsWords, host.locale);
  return (
    <FieldRow>
      <CellField label={t("with")} value={step.with} accepts={["table"]} editor={host} onChange={(ref) => write("with", ref)} />
      <PairRows pairs={step.on} other={step.with} columns={known.columns} host={host} write={(pairs) => write("on", pairs)} />
    </FieldRow>
  );
};
