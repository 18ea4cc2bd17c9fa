// Which rows a filter asks for: conditions one below the other, all or any of them, with groups one level down; or a
// formula. What is nested deeper stays as it is, as text.

import type { Json } from "../../../base/json.ts";
import { isCellRef } from "../../../base/refs.ts";
import { Quiet } from "../../../ui/field-styles.ts";
import { FieldRow } from "../../../ui/FieldRow.tsx";
import { translator } from "../../../ui/locale-context.tsx";
import { ParameterField } from "../../../ui/ParameterSelect.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { readNumber, TextFieldRow } from "../../../ui/TextFieldRow.tsx";
import type { StepHost } from "../../../contract/step-view.ts";
import {
  type ConditionForm,
  type ConditionGroup,
  fromConditionForm,
  type Holds,
  isGroup,
  toConditionForm,
} from "./condition-groups.ts";
import { FormulaField } from "../FormulaField.tsx";
import { Rows } from "../Rows.tsx";
import { type ColumnCondition, type Comparison, comparisons, type Condition } from "./condition.ts";
import { words as formsWords } from "../../../messages/forms/words.ts";

interface Props {
  readonly where: string | Condition;
  readonly columns: readonly string[];
  readonly host: StepHost;
  readonly write: (where: Json) => void;
}

export function WhereForm({ where, columns, host, write }: Props) {
  const t = translator(formsWords, host.locale);
  const { readOnly } = host;
  const isFormula = typeof where === "string";
  const form = isFormula ? null : toConditionForm(where);
  const writeForm = (next: ConditionForm): void => write(fromConditionForm(next));
  const newLine: ColumnCondition = { column: columns[0] ?? "", is: "=", value: "" };
  const line = (item: ColumnCondition, set: (item: ColumnCondition) => void) => (
    <LineForm item={item} set={set} columns={columns} host={host} />
  );
  return (
    <>
      <SelectField
        label={t("rows-where")}
        value={isFormula ? "formula" : (form?.holds ?? "nested")}
        readOnly={readOnly}
        options={[
          { value: "all", label: t("all-hold") },
          { value: "any", label: t("any-holds") },
          { value: "formula", label: t("a-formula") },
          ...(form || isFormula ? [] : [{ value: "nested", label: t("nested") }]),
        ]}
        onChange={(value) => {
          if (value === "formula") write("");
          else if (value !== "nested") writeForm({ holds: value as Holds, items: form?.items ?? [] });
        }}
      />
      {isFormula ? (
        <FormulaField
          label={t("formula")}
          value={where}
          columns={columns}
          placeholder="padj < 0.05 and abs(logFC) > 1"
          readOnly={readOnly}
          onChange={write}
        />
      ) : form ? (
        <Rows<ColumnCondition | ConditionGroup>
          items={form.items}
          empty={newLine}
          t={t}
          readOnly={readOnly}
          add={t("add-condition")}
          more={
            <Quiet
              type="button"
              onClick={() =>
                writeForm({
                  ...form,
                  items: [...form.items, { holds: form.holds === "all" ? "any" : "all", lines: [newLine] }],
                })
              }
            >
              + {t("add-group")}
            </Quiet>
          }
          write={(items) => writeForm({ ...form, items: items.filter((item) => isGroup(item) || item.column !== "") })}
          show={(item, set) =>
            isGroup(item) ? (
              <fieldset
                aria-label={t("group-of-conditions")}
                style={{
                  border: 0,
                  borderLeft: "2px solid var(--gc-line)",
                  margin: 0,
                  padding: "0 0 0 12px",
                  minWidth: 0,
                  flex: "1 1 240px",
                }}
              >
                <FieldRow>
                  <SelectField
                    label={t("rows-where")}
                    value={item.holds}
                    readOnly={readOnly}
                    options={[
                      { value: "all", label: t("all-hold") },
                      { value: "any", label: t("any-holds") },
                    ]}
                    onChange={(holds) => set({ ...item, holds: holds as Holds })}
                  />
                </FieldRow>
                <Rows
                  items={item.lines}
                  empty={newLine}
                  t={t}
                  readOnly={readOnly}
                  add={t("add-condition")}
                  write={(lines) => set({ ...item, lines: lines.filter((each) => each.column !== "") })}
                  show={line}
                />
              </fieldset>
            ) : (
              line(item, set)
            )
          }
        />
      ) : (
        <span style={{ color: "var(--gc-muted)" }}>{t("nested-hint")}</span>
      )}
    </>
  );
}

/** One condition: column, comparison, value or parameter. */
function LineForm({
  item,
  set,
  columns,
  host,
}: {
  readonly item: ColumnCondition;
  readonly set: (item: ColumnCondition) => void;
  readonly columns: readonly string[];
  readonly host: StepHost;
}) {
  const t = translator(formsWords, host.locale);
  const { readOnly } = host;
  return (
    <>
      <SelectField
        label={t("column")}
        value={item.column}
        readOnly={readOnly}
        columns={columns}
        onChange={(column) => set({ ...item, column })}
      />
      <SelectField
        label={t("is")}
        value={item.is}
        readOnly={readOnly}
        options={comparisons.map((value) => ({ value, label: t(`is-${value}`) }))}
        onChange={(value) => set(withComparison(item, value as Comparison))}
      />
      {noValue.has(item.is) ? null : (
        <>
          {isCellRef(item.value) ? null : (
            <TextFieldRow
              label={t("value")}
              width={120}
              value={
                listed.has(item.is) && Array.isArray(item.value)
                  ? item.value.map(String).join(item.is === "between" ? " … " : ", ")
                  : String(item.value ?? "")
              }
              readOnly={readOnly}
              onChange={(text) =>
                set({
                  ...item,
                  value: listed.has(item.is)
                    ? text.split(item.is === "between" ? /…|\.\.|,/ : ",").map((part) => typedValue(part.trim()))
                    : typedValue(text),
                })
              }
            />
          )}
          <ParameterField
            label={t(isCellRef(item.value) ? "value-of" : "or-value-of")}
            wanted={item.is === "between" ? "range" : listed.has(item.is) ? "values" : "value"}
            chosen={isCellRef(item.value) ? item.value : null}
            here={t("this-value")}
            editor={host}
            onChange={(ref) => set({ ...item, value: ref ?? "" })}
          />
        </>
      )}
    </>
  );
}

const noValue: ReadonlySet<Comparison> = new Set(["missing", "not-missing"]);
const listed: ReadonlySet<Comparison> = new Set(["in", "not-in", "between"]);

function withComparison(item: ColumnCondition, is: Comparison): ColumnCondition {
  if (noValue.has(is)) return { column: item.column, is };
  const value = item.value ?? "";
  if (listed.has(is) && !Array.isArray(value) && !isCellRef(value))
    return { ...item, is, value: value === "" ? [] : [value as Json] };
  if (!listed.has(is) && Array.isArray(value)) return { ...item, is, value: (value[0] ?? "") as Json };
  return { ...item, is, value };
}

/** "12" is a number, "true" a yes; everything else is text. */
export function typedValue(text: string): Json {
  if (text === "true" || text === "false") return text === "true";
  const number = readNumber(text);
  return text.trim() !== "" && Number.isFinite(number) ? number : text;
}
