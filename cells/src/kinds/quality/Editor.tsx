// The form: which data, which columns say what, which rules and by which thresholds.

import { isJsonObject, type JsonObject } from "../../base/json.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { subjectOf } from "../../contract/quality-rule.ts";
import { listedRules } from "../../quality-rules.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { View } from "../../ui/locale-context.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Field } from "../../ui/FieldRow.tsx";
import { NumberControl } from "../../ui/TextFieldRow.tsx";
import { message } from "../../messages/catalogue.ts";
import { cellRules, type QualitySpec } from "./spec.ts";
import { words } from "./words.ts";

/** Which columns rules ask for. */
const saidIn = { assay: ["sex", "group", "batch"], table: ["outcome", "group", "batch"] } as const;

export function Editor(props: EditorProps<QualitySpec>) {
  const { spec, locale, set, readOnly, choices, handleOf } = props;
  const source = choiceOf(choices(["assay", "table"]), spec.from);
  const summary = (spec.from ? handleOf?.(spec.from)?.summary : null) ?? source?.summary ?? null;
  const columns = (summary?.columns ?? []).map(({ name }) => name);
  const options = [
    { value: "?", label: words.say("automatic", {}, locale) },
    ...columns.map((name) => ({ value: `=${name}`, label: name })),
  ];
  const isTable = summary?.type === "table";
  const subject = isTable ? "table" : subjectOf(summary?.detail?.["scale"]);
  const rules = listedRules.filter(({ rule }) => rule.of === subject);
  const thresholds: JsonObject = isJsonObject(spec.thresholds) ? spec.thresholds : {};
  return (
    <View locale={locale}>
      <FieldRow>
        <CellField
          label={words.say("data", {}, locale)}
          value={spec.from}
          accepts={["assay", "table"]}
          editor={props}
          onChange={(ref) => set(["from"], ref)}
        />
        {saidIn[isTable ? "table" : "assay"].map((says) => {
          const chosen = spec[says];
          return (
            <SelectField
              key={says}
              label={words.say(`${says}-by`, {}, locale)}
              value={chosen === null ? "?" : chosen === "" ? "" : `=${chosen}`}
              readOnly={readOnly}
              empty={words.say("none-says", {}, locale)}
              options={options}
              onChange={(value) => set([says], value === "?" ? null : value.replace(/^=/, ""))}
            />
          );
        })}
        {subject === "expression" ? (
          <SelectField
            label={words.say("cells-by", {}, locale)}
            value={spec.cells}
            readOnly={readOnly}
            options={cellRules.map((value) => ({ value, label: words.say(`cells-${value}`, {}, locale) }))}
            onChange={(value) => set(["cells"], value)}
          />
        ) : null}
      </FieldRow>
      <details>
        <summary style={{ cursor: "pointer", fontSize: 13, padding: "4px 0" }}>{words.say("see-rules", {}, locale)}</summary>
        {rules.map(({ rule }) => {
          const title = rule.words.say("title", {}, locale);
          const isOff = spec.off.some((name) => name === rule.name);
          const values = thresholds[rule.name];
          return (
            <div key={rule.name} role="group" aria-label={title}>
              <TickField
                label={title}
                value={!isOff}
                readOnly={readOnly}
                title={`${rule.words.say("does", {}, locale)}. ${words.say("rule-on", { title }, locale)}`}
                onChange={(on) => set(["off"], on ? spec.off.filter((name) => name !== rule.name) : [...spec.off, rule.name])}
              />
              {isOff ? null : (
                <FieldRow>
                  {Object.entries(rule.labels).map(([field, key]) => {
                    const value = isJsonObject(values) ? values[field] : undefined;
                    const label = message(key, {}, locale);
                    const choices = rule.choices?.[field];
                    const write = (next: string | number) => set(["thresholds", rule.name, field], next);
                    if (choices)
                      return (
                        <SelectField
                          key={field}
                          label={label}
                          value={typeof value === "string" ? value : ""}
                          readOnly={readOnly}
                          options={Object.entries(choices).map(([choice, called]) => ({
                            value: choice,
                            label: message(called, {}, locale),
                          }))}
                          onChange={write}
                        />
                      );
                    return (
                      <Field key={field} label={label}>
                        <NumberControl
                          label={`${title}: ${label}`}
                          value={typeof value === "number" ? value : null}
                          readOnly={readOnly}
                          onChange={(next) => next !== null && write(next)}
                        />
                      </Field>
                    );
                  })}
                </FieldRow>
              )}
            </div>
          );
        })}
      </details>
    </View>
  );
}
