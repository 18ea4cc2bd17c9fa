// A field that takes a name (a column, a sample's annotation, a feature) or a parameter whose value is one. Typing finds
// all of them; features are searched where the matrix lies.

import { isCellRef, type CellRef } from "../base/refs.ts";
import type { EditorProps, OutputHandle } from "../contract/kind-view.ts";
import { useCategoryNote } from "./columns/said-columns.tsx";
import { ComboField, widthOf } from "./ComboField.tsx";
import { fittingParameters } from "./fitting-parameters.ts";
import type { Hit } from "./HitList.tsx";
import { Misfit } from "./Misfit.tsx";
import { useT } from "./locale-context.tsx";
import { words as viewsWords } from "../messages/views/words.ts";

interface Props {
  readonly label: string;
  readonly value: string | CellRef | null;
  readonly onChange: (value: string | CellRef | null) => void;
  /** Names of columns (of a matrix: of its samples). */
  readonly columns: readonly string[];
  /** The matrix whose features may be named; null for a table or while there is none. */
  readonly matrix: OutputHandle | null;
  readonly editor: Pick<EditorProps, "choices" | "readOnly" | "reader">;
  readonly needed?: boolean;
  readonly optional?: boolean;
  readonly noun?: string | undefined;
  readonly empty?: string | undefined;
}

export function NameField({
  label,
  value,
  onChange,
  columns,
  matrix,
  editor,
  needed = false,
  optional = false,
  noun,
  empty,
}: Props) {
  const t = useT(viewsWords);
  const { parameters, misfit } = fittingParameters(editor, { wanted: "name", chosen: isCellRef(value) ? value : null });
  const shown =
    value === null ? "" : isCellRef(value) ? (parameters.find((choice) => choice.ref.ref === value.ref)?.name ?? "…") : value;
  const placeholder = empty ?? (optional ? t("none") : t("choose"));
  const noteOf = useCategoryNote();
  /** A gene says that it is one; a column says of which kind, where that is known. */
  const noteOfColumn = (name: string): Pick<Hit, "note"> => {
    const note = noteOf(name) ?? (matrix ? t("sample-column") : null);
    return note === null ? {} : { note };
  };
  const find = async (text: string): Promise<readonly Hit[]> => {
    const wanted = text.trim().toLowerCase();
    const rank = (name: string): number =>
      name.toLowerCase().startsWith(wanted) ? 0 : name.toLowerCase().includes(wanted) ? 1 : 2;
    const own: Hit[] = [
      ...parameters.map((choice) => ({ value: `=${choice.ref.ref}`, label: choice.name, note: t("parameter") })),
      ...columns.map((name) => ({ value: `:${name}`, label: name, ...noteOfColumn(name) })),
    ].filter((hit) => rank(hit.label) < 2);
    own.sort((a, b) => rank(a.label) - rank(b.label));
    const features = matrix ? await editor.reader.search(matrix, { what: "features", text: text.trim(), limit: 8 }) : [];
    const found = features
      .filter((name) => !columns.includes(name))
      .map((name) => ({ value: `:${name}`, label: name, note: noun ?? t("feature") }));
    const none: Hit[] = optional && wanted === "" && value !== null ? [{ value: "", label: t("none") }] : [];
    return wanted === ""
      ? [...none, ...own.slice(0, 16), ...found]
      : [...own.filter((hit) => rank(hit.label) === 0), ...found, ...own.filter((hit) => rank(hit.label) === 1)].slice(0, 12);
  };
  return (
    <>
      <ComboField
        label={label}
        shown={shown}
        find={find}
        needed={needed}
        readOnly={editor.readOnly}
        width={Math.min(220, Math.max(96, widthOf(shown || placeholder)))}
        placeholder={placeholder}
        {...(noun ? { noun } : {})}
        onChoose={(chosen) => {
          if (chosen === "") onChange(null);
          else if (chosen.startsWith("=")) onChange({ ref: chosen.slice(1) as CellRef["ref"] });
          else onChange(chosen.slice(1));
        }}
      />
      <Misfit of={misfit} wanted="name" />
    </>
  );
}
