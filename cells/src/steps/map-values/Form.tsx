// The form of the step map-values.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { ColumnField } from "../parts/ColumnField.tsx";
import { Rows } from "../parts/Rows.tsx";
import { type mapValues, othersRules } from "./step.ts";
import { words } from "./words.ts";

type Pair = OptionsOf<typeof mapValues>["pairs"][number];

export const Form: StepForm<OptionsOf<typeof mapValues>> = ({ step, known, host, write }) => {
  const t = translator(formsWords, host.locale);
  const { locale, readOnly } = host;
  const theirs = (choiceOf(host.choices(["table"]), step.with)?.summary?.columns ?? []).map(({ name }) => name);
  return (
    <>
      <FieldRow>
        <ColumnField
          label={t("column")}
          value={step.column}
          columns={known.columns}
          host={host}
          write={(next) => write("column", next)}
        />
        <CellField
          label={t("with")}
          value={step.with}
          accepts={["table"]}
          editor={host}
          needed={false}
          optional
          empty={words.say("pairs", {}, locale)}
          onChange={(ref) => write("with", ref)}
        />
        {step.with === null
          ? null
          : (["key", "value"] as const).map((field) => (
              <SelectField
                key={field}
                label={words.say(field === "key" ? "key" : "becomes", {}, locale)}
                value={step[field]}
                needed={step[field] === ""}
                readOnly={readOnly}
                options={theirs.map((name) => ({ value: name, label: name }))}
                onChange={(next) => write(field, next)}
              />
            ))}
      </FieldRow>
      {step.with === null ? (
        <Rows<Pair>
          items={step.pairs}
          empty={{ from: "", to: "" }}
          t={t}
          readOnly={readOnly}
          write={(pairs) => write("pairs", [...pairs])}
          show={(pair, set) =>
            (["from", "to"] as const).map((side) => (
              <TextFieldRow
                key={side}
                label={words.say(side, {}, locale)}
                value={pair[side]}
                width={110}
                readOnly={readOnly}
                onChange={(text) => set({ ...pair, [side]: text })}
              />
            ))
          }
        />
      ) : null}
      <FieldRow>
        <SelectField
          label={words.say("others", {}, locale)}
          value={step.others}
          readOnly={readOnly}
          options={othersRules.map((value) => ({ value, label: words.say(`others-${value}`, {}, locale) }))}
          onChange={(next) => write("others", next)}
        />
        <TextFieldRow
          label={words.say("new-column", {}, locale)}
          value={step.name}
          placeholder={words.say("in-place", {}, locale)}
          width={120}
          readOnly={readOnly}
          onChange={(next) => write("name", next.trim())}
        />
      </FieldRow>
    </>
  );
};
