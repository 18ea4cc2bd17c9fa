// The form of a parameter: what kind of control it is, what it picks from, its bounds, and its value by the control itself.

import type { Json } from "../../base/json.ts";
import { CellField } from "../../ui/CellField.tsx";
import { KnownColumns } from "../../ui/columns/said-columns.tsx";
import { FieldGroup, FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View, type Translate } from "../../ui/locale-context.tsx";
import { SegmentedField, TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField, TextFieldRow } from "../../ui/TextFieldRow.tsx";
import type { EditorProps } from "../../contract/kind-view.ts";
import { ParameterControl } from "./ParameterControl.tsx";
import { type Control, type ControlType, controlTypes, needsSource, newControl, type ParameterSpec, parameter } from "./spec.ts";
import { words } from "./words.ts";
import type { KeyOf } from "../../messages/define-words.ts";

export function Editor(props: EditorProps<ParameterSpec>) {
  const { spec, locale, set, readOnly, reader } = props;
  const t = translator(words, locale);
  const { control } = spec;
  const missing = parameter.missing(spec);
  const source = spec.from ? (props.handleOf?.(spec.from) ?? null) : null;
  const takesSource = needsSource.has(control.type) || control.type === "choice" || control.type === "choices";
  const accepts =
    control.type === "selection"
      ? (["figure"] as const)
      : control.type === "feature" || control.type === "sample"
        ? (["assay"] as const)
        : (["table", "assay"] as const);
  const write = (change: { readonly [key: string]: Json | undefined }): void => {
    const next: { [key: string]: Json } = {};
    for (const [key, value] of Object.entries({ ...control, ...change })) if (value !== undefined) next[key] = value as Json;
    set(["control"], next);
  };
  return (
    <View locale={locale}>
      <KnownColumns columns={source?.summary.columns}>
        <FieldRow>
          <SelectField
            label={t("field-type")}
            value={control.type}
            readOnly={readOnly}
            options={controlTypes.map((value) => ({ value, label: t(`type-${value}`) }))}
            onChange={(value) => {
              const next = newControl(value as ControlType);
              set(["control"], next as Json);
              set(["value"], firstValue(next));
            }}
          />
          {takesSource ? (
            <CellField
              label={t("field-from")}
              value={spec.from}
              accepts={accepts}
              editor={props}
              needed={missing === "from"}
              optional={!needsSource.has(control.type)}
              empty={needsSource.has(control.type) ? undefined : t("own-options")}
              onChange={(ref) => set(["from"], ref)}
            />
          ) : null}
          <Details
            control={control}
            columns={(source?.summary.columns ?? []).map((column) => column.name)}
            hasSource={spec.from !== null}
            readOnly={readOnly}
            write={write}
            t={t}
          />
          <FieldGroup label={t("field-value")}>
            <ParameterControl
              label={t("field-value")}
              control={control}
              value={spec.value}
              source={source}
              reader={reader}
              {...(readOnly ? {} : { setValue: (value: Json) => set(["value"], value) })}
            />
          </FieldGroup>
          <TextFieldRow
            label={t("field-label")}
            value={spec.label}
            readOnly={readOnly}
            onChange={(value) => set(["label"], value)}
          />
          <SegmentedField
            label={t("field-scope")}
            value={spec.scope}
            readOnly={readOnly}
            options={[
              { value: "shared", label: t("scope-shared") },
              { value: "personal", label: t("scope-personal") },
            ]}
            onChange={(value) => set(["scope"], value)}
          />
        </FieldRow>
      </KnownColumns>
    </View>
  );
}

/** Where a value is plain to see, the new control has it at once. */
function firstValue(control: Control): Json {
  switch (control.type) {
    case "slider":
      return control.min;
    case "range":
      return [control.min, control.max];
    case "toggle":
      return false;
    case "choices":
      return [];
    case "text":
      return "";
    default:
      return null;
  }
}

function Details(props: {
  readonly control: Control;
  readonly columns: readonly string[];
  readonly hasSource: boolean;
  readonly readOnly: boolean;
  readonly write: (change: { readonly [key: string]: Json | undefined }) => void;
  readonly t: Translate<KeyOf<typeof words>>;
}) {
  const { control, columns, hasSource, readOnly, write, t } = props;
  switch (control.type) {
    case "number":
    case "slider":
    case "range": {
      const optional = control.type === "number";
      return (
        <>
          <NumberField
            label={t("field-min")}
            value={control.min ?? null}
            optional={optional}
            readOnly={readOnly}
            onChange={(min) => write({ min: min ?? undefined })}
          />
          <NumberField
            label={t("field-max")}
            value={control.max ?? null}
            optional={optional}
            readOnly={readOnly}
            onChange={(max) => write({ max: max ?? undefined })}
          />
          <NumberField
            label={t("field-step")}
            value={control.step ?? null}
            min={1e-12}
            optional={optional}
            readOnly={readOnly}
            onChange={(step) => write({ step: step ?? undefined })}
          />
          <TextFieldRow
            label={t("field-unit")}
            value={control.unit ?? ""}
            width={72}
            readOnly={readOnly}
            onChange={(unit) => write({ unit: unit || undefined })}
          />
        </>
      );
    }
    case "choice":
    case "choices":
      return hasSource ? (
        <SelectField
          label={t("field-column")}
          value={control.column ?? ""}
          needed={control.column === undefined}
          readOnly={readOnly}
          columns={columns}
          onChange={(column) => write({ column: column || undefined })}
        />
      ) : (
        <TextFieldRow
          label={t("field-options")}
          placeholder={t("options-hint")}
          value={control.options.join("\n")}
          rows={3}
          readOnly={readOnly}
          onChange={(text) =>
            write({
              column: undefined,
              options: [
                ...new Set(
                  text
                    .split("\n")
                    .map((line) => line.trim())
                    .filter((line) => line !== ""),
                ),
              ],
            })
          }
        />
      );
    case "selection":
      return (
        <SegmentedField
          label={t("field-by")}
          value={control.by}
          readOnly={readOnly}
          options={(["area", "names"] as const).map((value) => ({ value, label: t(`by-${value}`) }))}
          onChange={(by) => write({ by })}
        />
      );
    case "column":
      return (
        <TickField
          label={t("field-numbers-only")}
          value={control.numbersOnly}
          readOnly={readOnly}
          onChange={(numbersOnly) => write({ numbersOnly })}
        />
      );
    case "text":
      return (
        <NumberField
          label={t("field-longest")}
          value={control.longest}
          min={1}
          whole
          readOnly={readOnly}
          onChange={(longest) => longest !== null && write({ longest })}
        />
      );
    case "date":
      return (
        <>
          <TextFieldRow
            label={t("field-min")}
            type="date"
            width={136}
            value={control.min ?? ""}
            readOnly={readOnly}
            onChange={(min) => write({ min: min || undefined })}
          />
          <TextFieldRow
            label={t("field-max")}
            type="date"
            width={136}
            value={control.max ?? ""}
            readOnly={readOnly}
            onChange={(max) => write({ max: max || undefined })}
          />
        </>
      );
    default:
      return null;
  }
}
