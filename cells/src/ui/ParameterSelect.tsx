// Where a value comes from: written here, or a parameter of the notebook that holds what fits. Without its label, for rows
// that have their own; nothing where there is no such parameter.

import { words as viewsWords } from "../messages/views/words.ts";
import type { CellRef } from "../base/refs.ts";
import type { EditorProps } from "../contract/kind-view.ts";
import { Field } from "./FieldRow.tsx";
import { type FittingParameters, fittingParameters, type Wanted } from "./fitting-parameters.ts";
import { useT } from "./locale-context.tsx";
import { Misfit } from "./Misfit.tsx";
import { type Option, Select } from "./SelectField.tsx";

export interface ParameterSelectProps {
  readonly label: string;
  readonly wanted: Wanted;
  readonly chosen: CellRef | null;
  /** How it is called that the value stands here. */
  readonly here: string;
  readonly editor: Pick<EditorProps, "choices" | "readOnly">;
  /** Null: the value is written here from now on. */
  readonly onChange: (ref: CellRef | null) => void;
}

export function ParameterSelect({ label, wanted, chosen, here, editor, onChange }: ParameterSelectProps) {
  const t = useT(viewsWords);
  const found = fittingParameters(editor, { wanted, chosen });
  if (found.parameters.length === 0 && !chosen) return null;
  return (
    <>
      <Select
        label={label}
        value={chosen ? chosen.ref : "-"}
        readOnly={editor.readOnly}
        options={[{ value: "-", label: here }, ...parameterOptions(found, t("parameters"))]}
        onChange={(next) => onChange(next === "-" ? null : { ref: next as CellRef["ref"] })}
      />
      <Misfit of={found.misfit} wanted={wanted} />
    </>
  );
}

/** With its label. */
export function ParameterField(props: ParameterSelectProps) {
  const { editor, wanted, chosen, label } = props;
  if (!chosen && fittingParameters(editor, { wanted, chosen }).parameters.length === 0) return null;
  return (
    <Field label={label}>
      <ParameterSelect {...props} />
    </Field>
  );
}

export const parameterOptions = ({ parameters }: FittingParameters, group: string, before = ""): readonly Option[] =>
  parameters.map((choice) => ({ value: `${before}${choice.ref.ref}`, label: choice.name, group }));
