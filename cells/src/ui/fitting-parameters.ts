// Which parameters of a notebook a field may take its value from: those whose present value is of the field's kind. One
// whose value is not known yet is offered too. What is chosen already stays, whatever it holds, and is told as a misfit.

import type { Json } from "../base/json.ts";
import type { CellRef } from "../base/refs.ts";
import type { EditorProps, InputChoice } from "../contract/kind-view.ts";

const isScalar = (value: Json): boolean => ["string", "number", "boolean"].includes(typeof value);
const isNames = (value: Json): boolean =>
  typeof value === "string" || (Array.isArray(value) && value.every((item: Json) => typeof item === "string"));
const isScalars = (value: Json): boolean => isScalar(value) || (Array.isArray(value) && value.every(isScalar));

const fits = {
  number: (value: Json) => typeof value === "number",
  name: (value: Json) => typeof value === "string",
  names: isNames,
  value: isScalar,
  values: isScalars,
  range: (value: Json) => Array.isArray(value) && value.length === 2 && value.every(isScalar),
} as const;
export type Wanted = keyof typeof fits;

/** Null is no value yet, as nothing is. */
const valueOf = ({ summary }: InputChoice): Json => summary?.detail?.["value"] ?? null;

export interface FittingParameters {
  /** Those that fit, and the chosen one. */
  readonly parameters: readonly InputChoice[];
  /** The chosen one, where its value is of another kind, and what it holds. */
  readonly misfit: { readonly name: string; readonly value: Json } | null;
}

export function fittingParameters(
  editor: Pick<EditorProps, "choices">,
  { wanted, chosen }: { readonly wanted: Wanted; readonly chosen: CellRef | null },
): FittingParameters {
  const all = editor.choices(["value"]);
  const isFit = (choice: InputChoice): boolean => valueOf(choice) === null || fits[wanted](valueOf(choice));
  const wrong = all.find((choice) => choice.ref.ref === chosen?.ref && !isFit(choice));
  return {
    parameters: all.filter((choice) => choice === wrong || isFit(choice)),
    misfit: wrong ? { name: wrong.name, value: valueOf(wrong) } : null,
  };
}

/** Tables whose rows may be called by something, and the chosen one whatever it holds. */
export const tablesNaming = (tables: readonly InputChoice[], chosen: CellRef | null): readonly InputChoice[] =>
  tables.filter(
    ({ ref, summary }) =>
      (ref.ref === chosen?.ref && ref.port === chosen.port) || (summary?.columns ?? []).some(({ type }) => type === "text"),
  );
