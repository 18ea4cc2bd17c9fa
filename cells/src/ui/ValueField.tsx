// A number, or a parameter of the notebook that is one: the number itself is typed, the parameter chosen beside it.

import type { Json } from "../base/json.ts";
import type { EditorProps } from "../contract/kind-view.ts";
import { isCellRef, type CellRef } from "../base/refs.ts";
import { Field, FieldGroup } from "./FieldRow.tsx";
import { useT } from "./locale-context.tsx";
import { Select } from "./SelectField.tsx";
import { NumberControl } from "./TextFieldRow.tsx";
import { words as viewsWords } from "../messages/views/words.ts";

export function NumberOrParameter(props: {
  readonly label: string;
  readonly value: number | CellRef;
  readonly onChange: (value: Json) => void;
  readonly editor: Pick<EditorProps, "choices" | "readOnly">;
  readonly min?: number;
  readonly whole?: boolean;
  /** Taken when a parameter is taken away again. */
  readonly fallback: number;
}) {
  const t = useT(viewsWords);
  const { label, value, onChange, editor, min, whole, fallback } = props;
  const parameters = editor.choices(["value"]);
  const ref = isCellRef(value) ? value : null;
  const number = (
    <NumberControl
      label={label}
      value={ref ? null : (value as number)}
      readOnly={editor.readOnly}
      onChange={(next) => next !== null && onChange(next)}
      {...(min === undefined ? {} : { min })}
      {...(whole ? { whole } : {})}
    />
  );
  if (parameters.length === 0 && !ref) return <Field label={label}>{number}</Field>;
  return (
    <FieldGroup label={label}>
      {ref ? null : number}
      <Select
        label={`${label}: ${t("parameter")}`}
        value={ref ? ref.ref : "-"}
        readOnly={editor.readOnly}
        options={[
          { value: "-", label: t("number") },
          ...parameters.map((choice) => ({ value: choice.ref.ref as string, label: choice.name, group: t("parameters") })),
        ]}
        onChange={(next) => onChange(next === "-" ? fallback : { ref: next })}
      />
    </FieldGroup>
  );
}
