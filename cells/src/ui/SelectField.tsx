// One of a few: the platform's own list, so that it works with keyboard, screen reader and thumb alike. Options may stand
// in groups. A value that is not among the options (a column that went away) stays visible and is marked.

import { NativeSelect } from "./field-styles.ts";
import { Field, useFieldId } from "./FieldRow.tsx";
import { useColumnOptions } from "./columns/said-columns.tsx";
import { useT } from "./locale-context.tsx";
import { words as viewsWords } from "../messages/views/words.ts";

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
  readonly disabled?: boolean;
}
interface Props {
  readonly label: string;
  readonly value: string;
  readonly options?: readonly Option[];
  /** Names of columns as options, by category. */
  readonly columns?: readonly string[];
  readonly onChange: (value: string) => void;
  readonly readOnly?: boolean;
  readonly needed?: boolean;
  /** Text of the empty choice; absent = the field can't be emptied. */
  readonly empty?: string | undefined;
}

export function SelectField(props: Props) {
  return (
    <Field label={props.label} needed={props.needed ?? false}>
      <Select {...props} />
    </Field>
  );
}

/** Without its label, for rows that have their own. */
export function Select({ label, value, options: given = [], columns, onChange, readOnly = false, empty }: Props) {
  const t = useT(viewsWords);
  const optionsOf = useColumnOptions();
  const options = columns ? [...given, ...optionsOf(columns)] : given;
  const id = useFieldId();
  const known = value === "" || options.some((option) => option.value === value);
  const groups = [...new Set(options.map((option) => option.group ?? ""))];
  const show = (option: Option) => (
    <option key={option.value} value={option.value} disabled={option.disabled ?? false}>
      {option.label}
    </option>
  );
  return (
    <NativeSelect
      {...(id === undefined ? { "aria-label": label } : { id })}
      value={value}
      disabled={readOnly}
      onChange={(event) => onChange(event.target.value)}
    >
      {empty !== undefined || value === "" ? <option value="">{empty ?? t("choose")}</option> : null}
      {known ? null : <option value={value}>{t("gone", { name: value })}</option>}
      {groups.map((group) =>
        group === "" ? (
          options.filter((option) => !option.group).map(show)
        ) : (
          <optgroup key={group} label={group}>
            {options.filter((option) => option.group === group).map(show)}
          </optgroup>
        ),
      )}
    </NativeSelect>
  );
}
