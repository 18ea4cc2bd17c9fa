// Several names: typed here, those that a parameter holds, or those that the rows of a table are called by.

import { isCellRef, type CellRef } from "../base/refs.ts";
import type { CellId } from "../base/ids.ts";
import type { EditorProps } from "../contract/kind-view.ts";
import { words as viewsWords } from "../messages/views/words.ts";
import { fittingParameters, tablesNaming } from "./fitting-parameters.ts";
import { useT } from "./locale-context.tsx";
import { ManyField } from "./ManyField.tsx";
import { Misfit } from "./Misfit.tsx";
import { parameterOptions } from "./ParameterSelect.tsx";
import { SelectField } from "./SelectField.tsx";

/** An output as the value of an option, and back. */
export const optionOf = ({ ref, port }: CellRef): string => `=${ref}${port === undefined ? "" : `.${port}`}`;
export function refOf(option: string): CellRef {
  const [ref, port] = option.slice(1).split(".");
  return { ref: ref as CellId, ...(port === undefined ? {} : { port }) };
}

/** A name that nobody can look up is taken as it is typed. */
const asTyped = async (text: string) => (text.trim() === "" ? [] : [{ value: text.trim(), label: text.trim() }]);

export function NamesOrRef(props: {
  readonly label: string;
  readonly value: readonly string[] | CellRef;
  readonly editor: Pick<EditorProps, "choices" | "readOnly">;
  readonly onChange: (value: readonly string[] | CellRef) => void;
}) {
  const t = useT(viewsWords);
  const { label, value, editor, onChange } = props;
  const chosen = isCellRef(value) ? value : null;
  const found = fittingParameters(editor, { wanted: "names", chosen });
  const tables = tablesNaming(editor.choices(["table"]), chosen);
  const typed = chosen ? null : (value as readonly string[]);
  const isAsked = chosen !== null || found.parameters.length > 0 || tables.length > 0;
  return (
    <>
      {isAsked ? (
        <SelectField
          label={label}
          value={chosen ? optionOf(chosen) : "-"}
          readOnly={editor.readOnly}
          options={[
            { value: "-", label: t("names-typed") },
            ...parameterOptions(found, t("parameters"), "="),
            ...tables.map(({ ref, name }) => ({ value: optionOf(ref), label: name, group: t("rows-of-table") })),
          ]}
          onChange={(next) => onChange(next === "-" ? [] : refOf(next))}
        />
      ) : null}
      <Misfit of={found.misfit} wanted="names" />
      {typed ? (
        <ManyField
          label={isAsked ? t("names-typed") : label}
          value={typed}
          readOnly={editor.readOnly}
          find={asTyped}
          onChange={onChange}
        />
      ) : null}
    </>
  );
}
