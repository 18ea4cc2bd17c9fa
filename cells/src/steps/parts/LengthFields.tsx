// The form of the steps that divide reads by lengths of genes.

import type { CellRef } from "../../base/refs.ts";
import type { KnownData, StepHost } from "../../contract/step-view.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { FeatureColumnField } from "./FeatureColumnField.tsx";
import { words } from "./gene-lengths/words.ts";
import { lostRules } from "./length-fields.ts";

interface LengthStep {
  readonly with: CellRef | null;
  readonly key: string;
  readonly length: string;
  readonly lost: (typeof lostRules)[number];
}

export function LengthFields({
  step,
  known,
  host,
  write,
}: {
  readonly step: LengthStep;
  readonly known: KnownData;
  readonly host: StepHost;
  readonly write: (field: keyof LengthStep, value: CellRef | string | null) => void;
}) {
  const t = translator(words, host.locale);
  const { readOnly } = host;
  const theirs = (choiceOf(host.choices(["table"]), step.with)?.summary?.columns ?? []).map(({ name }) => name);
  return (
    <FieldRow>
      <CellField
        label={t("with")}
        value={step.with}
        accepts={["table"]}
        editor={host}
        needed={false}
        optional
        empty={t("with-none")}
        onChange={(ref) => write("with", ref)}
      />
      {step.with === null ? (
        <FeatureColumnField
          label={t("length")}
          value={step.length}
          known={known}
          host={host}
          usual="Length"
          write={(next) => write("length", next)}
        />
      ) : (
        <SelectField
          label={t("key")}
          value={step.key}
          readOnly={readOnly}
          options={theirs.map((name) => ({ value: name, label: name }))}
          onChange={(next) => write("key", next)}
        />
      )}
      <SelectField
        label={t("lost")}
        value={step.lost}
        readOnly={readOnly}
        options={lostRules.map((value) => ({ value, label: t(`lost-${value}`) }))}
        onChange={(next) => write("lost", next)}
      />
    </FieldRow>
  );
}
