// The form of the step sum-transcripts.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { FeatureColumnField } from "../parts/FeatureColumnField.tsx";
import type { sumTranscripts } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof sumTranscripts>> = ({ step, known, host, write }) => {
  const t = translator(words, host.locale);
  return (
    <FieldRow>
      <FeatureColumnField
        label={t("by")}
        value={step.by}
        known={known}
        host={host}
        usual="gene_id"
        write={(next) => write("by", next)}
      />
    </FieldRow>
  );
};
