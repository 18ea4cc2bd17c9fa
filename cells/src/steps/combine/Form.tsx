// The form of the step combine. A cell that is chosen gives its name to the lab, until somebody calls it otherwise.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { Rows } from "../parts/Rows.tsx";
import { type combine, featureRules, nameRules } from "./step.ts";
import { words } from "./words.ts";

type Other = OptionsOf<typeof combine>["others"][number];

export const Form: StepForm<OptionsOf<typeof combine>> = ({ step, host, write }) => {
  const t = translator(words, host.locale);
  const { readOnly } = host;
  const choices = host.choices(["assay"]);
  const nameOf = (ref: Other["cell"] | null): string => choiceOf(choices, ref)?.name ?? "";
  const free = choices.find(
    ({ ref }) => ref.ref !== host.from?.ref && !step.others.some(({ cell }) => cell.ref === ref.ref && cell.port === ref.port),
  );
  return (
    <>
      <FieldRow>
        <TextFieldRow
          label={t("this-lab")}
          value={step.lab}
          placeholder={nameOf(host.from)}
          width={120}
          readOnly={readOnly}
          onChange={(next) => write("lab", next.trim())}
        />
      </FieldRow>
      <Rows<Other>
        items={step.others}
        empty={{ cell: free?.ref ?? choices[0]?.ref ?? { ref: "" as Other["cell"]["ref"] }, lab: free?.name ?? "" }}
        t={translator(formsWords, host.locale)}
        add={t("add-matrix")}
        readOnly={readOnly || choices.length === 0}
        write={(others) => {
          if (step.lab === "" && nameOf(host.from) !== "") write("lab", nameOf(host.from));
          write("others", [...others]);
        }}
        show={(other, set) => (
          <>
            <CellField
              label={t("matrix")}
              value={other.cell}
              accepts={["assay"]}
              editor={host}
              onChange={(ref) => {
                if (ref) set({ cell: ref, lab: other.lab === "" || other.lab === nameOf(other.cell) ? nameOf(ref) : other.lab });
              }}
            />
            <TextFieldRow
              label={t("lab")}
              value={other.lab}
              width={120}
              readOnly={readOnly}
              onChange={(next) => set({ ...other, lab: next.trim() })}
            />
          </>
        )}
      />
      <FieldRow>
        <SelectField
          label={t("features")}
          value={step.features}
          readOnly={readOnly}
          options={featureRules.map((value) => ({ value, label: t(`features-${value}`) }))}
          onChange={(value) => write("features", value)}
        />
        <SelectField
          label={t("versions")}
          value={step.versions}
          readOnly={readOnly}
          options={(["exact", "strip"] as const).map((value) => ({ value, label: t(`versions-${value}`) }))}
          onChange={(value) => write("versions", value)}
        />
        <SelectField
          label={t("names")}
          value={step.names}
          readOnly={readOnly}
          options={nameRules.map((value) => ({ value, label: t(`names-${value}`) }))}
          onChange={(value) => write("names", value)}
        />
        <SelectField
          label={t("scales")}
          value={step.scales}
          readOnly={readOnly}
          options={(["same", "any"] as const).map((value) => ({ value, label: t(`scales-${value}`) }))}
          onChange={(value) => write("scales", value)}
        />
        <TextFieldRow
          label={t("column")}
          value={step.column}
          width={100}
          readOnly={readOnly}
          onChange={(next) => write("column", next.trim())}
        />
      </FieldRow>
    </>
  );
};
