// Which features of a matrix a picture draws: none named, chosen by name, a parameter's, or those of a table's rows.

import { isCellRef, type CellRef } from "../base/refs.ts";
import type { EditorProps, OutputHandle } from "../contract/kind-view.ts";
import { words as viewsWords } from "../messages/views/words.ts";
import { fittingParameters, tablesNaming } from "./fitting-parameters.ts";
import { useT } from "./locale-context.tsx";
import { ManyField, namesMatching } from "./ManyField.tsx";
import { Misfit } from "./Misfit.tsx";
import { optionOf, refOf } from "./NamesOrRef.tsx";
import { parameterOptions } from "./ParameterSelect.tsx";
import { SelectField } from "./SelectField.tsx";

type Features = readonly string[] | CellRef | null;

export function FeaturesField(props: {
  readonly label: string;
  /** Of the field in which names are chosen, and how the choice to name none is called. */
  readonly chosenLabel: string;
  readonly none: string;
  readonly value: Features;
  readonly handle: OutputHandle | null;
  readonly editor: Pick<EditorProps, "choices" | "readOnly" | "reader">;
  readonly onChange: (value: Features) => void;
}) {
  const t = useT(viewsWords);
  const { label, chosenLabel, none, value, handle, editor, onChange } = props;
  const { readOnly, reader } = editor;
  const ref = isCellRef(value) ? value : null;
  const found = fittingParameters(editor, { wanted: "names", chosen: ref });
  const tables = tablesNaming(editor.choices(["table"]), ref);
  return (
    <>
      <SelectField
        label={label}
        value={value === null ? "top" : ref ? optionOf(ref) : "chosen"}
        readOnly={readOnly}
        options={[
          { value: "top", label: none },
          { value: "chosen", label: chosenLabel },
          ...parameterOptions(found, t("parameters"), "="),
          ...tables.map(({ ref: table, name }) => ({ value: optionOf(table), label: name, group: t("rows-of-table") })),
        ]}
        onChange={(next) => onChange(next === "top" ? null : next === "chosen" ? [] : refOf(next))}
      />
      <Misfit of={found.misfit} wanted="names" />
      {value !== null && !ref ? (
        <ManyField
          label={chosenLabel}
          value={value as readonly string[]}
          readOnly={readOnly}
          find={async (text) =>
            handle
              ? (await reader.search(handle, { what: "features", text, limit: 8 })).map((name) => ({ value: name, label: name }))
              : namesMatching([], text)
          }
          onChange={onChange}
        />
      ) : null}
    </>
  );
}
