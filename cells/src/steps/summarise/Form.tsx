// The form of the step summarise.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { Rows } from "../parts/Rows.tsx";
import { type Aggregate, aggregates } from "../parts/fields.ts";
import type { summarise } from "./step.ts";
import { words } from "./words.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

export const Form: StepForm<OptionsOf<typeof summarise>> = ({ step, known, host, write }) => {
  const t = translator(formsWords, host.locale);
  const { locale } = host;
  return (
    <FieldRow>
      <ColumnsField
        label={words.say("for-each", {}, locale)}
        value={step.by}
        columns={known.columns}
        host={host}
        write={(next) => write("by", next)}
      />
      <Rows
        items={step.values}
        empty={{ name: "n", take: "count" as Aggregate }}
        t={t}
        readOnly={host.readOnly}
        write={(items) => write("values", items)}
        show={(item, set) => (
          <>
            <SelectField
              label={words.say("take", {}, locale)}
              value={item.take}
              readOnly={host.readOnly}
              options={aggregates.map((value) => ({ value, label: t(`take-${value}`) }))}
              onChange={(take) => set(named({ ...item, take: take as Aggregate }, item.name))}
            />
            {item.take === "count" ? null : (
              <SelectField
                label={words.say("of", {}, locale)}
                value={item.column ?? ""}
                needed={item.column === undefined}
                readOnly={host.readOnly}
                columns={known.columns}
                onChange={(value) => set(named({ ...item, column: value }, item.name))}
              />
            )}
            <TextFieldRow
              label={words.say("as", {}, locale)}
              value={item.name}
              width={120}
              readOnly={host.readOnly}
              onChange={(name) => name !== "" && set({ ...item, name })}
            />
          </>
        )}
      />
    </FieldRow>
  );
};

/** A name that was made from what is taken follows it; one that was typed stays. */
function named<T extends { readonly name: string; readonly take: string; readonly column?: string | undefined }>(
  item: T,
  old: string,
): T {
  const made = item.take === "count" ? "n" : `${item.take}_${item.column ?? ""}`;
  return /^(n|(count|sum|mean|median|sd|min|max|distinct)_.*)$/.test(old) ? { ...item, name: made } : item;
}
