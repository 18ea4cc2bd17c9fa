// A number, or a parameter of the notebook that is one: the number itself is typed, the parameter chosen beside it.

import type { Json } from "../base/json.ts";
import type { EditorProps } from "../contract/kind-view.ts";
import { isCellRef, type CellRef } from "../base/refs.ts";
import { Field, FieldGroup } from "./FieldRow.tsx";
import { fittingParameters } from "./fitting-parameters.ts";
import { useT } from "./locale-context.tsx";
import { ParameterSelect } from "./ParameterSelect.tsx";
import { NumberControl } from "./TextFieldRow.tsx";
import { words as viewsWords } from "../messages/views/words.ts";

export function NumberOrParameter(props: {
  readonly label: string;
  /** Null: none, where that is a value (`fallback`). */
  readonly value: number | CellRef | null;
  readonly onChange: (value: Json) => void;
  readonly editor: Pick<EditorProps, "choices" | "readOnly">;
  readonly min?: number;
  readonly whole?: boolean;
  /** Taken when a parameter is taken away again. */
  readonly fallback: number | null;
}) {
  const t = useT(viewsWords);
  const { label, value, onChange, editor, min, whole, fallback } = props;
  const ref = isCellRef(value) ? value : null;
  const number = (
    <NumberControl
      label={label}
      value={ref ? null : (value as number | null)}
      readOnly={editor.readOnly}
      onChange={(next) => (next !== null || fallback === null) && onChange(next)}
      {...(min === undefined ? {} : { min })}
      {...(whole ? { whole } : {})}
    />
  );
  const none = !ref && fittingParameters(editor, { wanted: "number", chosen: null }).parameters.length === 0;
  if (none) return <Field label={label}>{number}</Field>;
  return (
    <FieldGroup label={label}>
      {ref ? null : number}
      <ParameterSelect
        label={`${label}: ${t("parameter")}`}
        wanted="number"
        chosen={ref}
        here={t("number")}
        editor={editor}
        onChange={(next) => onChange((next as Json | null) ?? fallback)}
      />
    </FieldGroup>
  );
}
