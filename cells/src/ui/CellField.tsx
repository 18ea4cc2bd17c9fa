// Which cell a form reads from: its outputs of the right kind, by name, with their size.

import type { ArtifactType } from "../artifacts/artifact.ts";
import type { EditorProps, InputChoice } from "../contract/kind-view.ts";
import { formatNumber } from "../messages/translate.ts";
import type { CellRef } from "../base/refs.ts";
import { useLocale, useT } from "./locale-context.tsx";
import { SelectField } from "./SelectField.tsx";
import { words as viewsWords } from "../messages/views/words.ts";

export const sameRef = (a: CellRef, b: CellRef): boolean => a.ref === b.ref && (a.port ?? "") === (b.port ?? "");
const keyOf = (ref: CellRef): string => `${ref.ref} ${ref.port ?? ""}`;
const refOf = (key: string): CellRef => {
  const [ref = "", port = ""] = key.split(" ");
  return { ref: ref as CellRef["ref"], ...(port === "" ? {} : { port }) };
};

/** The choice behind a reference, with its summary. */
export function choiceOf(choices: readonly InputChoice[], ref: CellRef | null): InputChoice | null {
  return ref ? (choices.find((choice) => sameRef(choice.ref, ref)) ?? null) : null;
}

export function CellField(props: {
  readonly label: string;
  readonly value: CellRef | null;
  readonly accepts: readonly ArtifactType[];
  readonly editor: Pick<EditorProps, "choices" | "readOnly">;
  readonly onChange: (ref: CellRef | null) => void;
  readonly needed?: boolean;
  readonly optional?: boolean;
  readonly empty?: string | undefined;
}) {
  const locale = useLocale();
  const t = useT(viewsWords);
  const choices = props.editor.choices(props.accepts);
  const size = (choice: InputChoice): string => {
    const shape = choice.summary?.shape ?? [];
    return shape.length === 2 ? `  ${shape.map((n) => formatNumber(n, locale)).join(" × ")}` : "";
  };
  return (
    <SelectField
      label={props.label}
      value={props.value ? keyOf(props.value) : ""}
      needed={props.needed ?? props.value === null}
      readOnly={props.editor.readOnly}
      empty={props.value === null || props.optional ? (props.empty ?? t(askedFor(props.accepts))) : undefined}
      options={choices.map((choice) => ({ value: keyOf(choice.ref), label: `${choice.name}${size(choice)}` }))}
      onChange={(key) => props.onChange(key === "" ? null : refOf(key))}
    />
  );
}

/** What is to be chosen, in words. */
function askedFor(accepts: readonly ArtifactType[]): "choose-table" | "choose-matrix" | "choose-result" | "choose-data" {
  const [only, ...others] = accepts;
  if (others.length > 0) return "choose-data";
  if (only === "report") return "choose-result";
  return only === "table" ? "choose-table" : only === "assay" ? "choose-matrix" : "choose-data";
}
