// What a parameter tells: what a person chose. A sample, or a value of a column of names, names an individual.

import { identifies } from "../../artifacts/semantics.ts";
import { nobody } from "../../artifacts/told-of-individuals.ts";
import { areasOf, selectionIn } from "../../artifacts/selection.ts";
import type { Json } from "../../base/json.ts";
import type { Discloses } from "../../contract/disclosure.ts";

interface PickedSpec {
  readonly control: { readonly type: string; readonly column?: string };
}

/**
 * Points that were picked one by one, and names, are told of whoever they are; a box or a lasso is what a hand drew. A part of a
 * picture is named by a value of a column, which may be that of an individual.
 */
const picksRows = (value: Json): boolean => {
  const selection = selectionIn(value);
  return (
    selection !== null && areasOf(selection).some((area) => "points" in area || "names" in area || typeof area.part === "string")
  );
};

export const discloses: Discloses<PickedSpec> = ({ artifact, spec: { control }, columns }) => {
  if (artifact.type !== "value") return null;
  if (artifact.value === null) return nobody;
  if (control.type === "selection" && picksRows(artifact.value)) return { identifying: [], behind: { of: "individuals" } };
  const names = (columns ?? []).filter(identifies).map((column) => column.name);
  const chosen =
    control.type === "sample"
      ? names.slice(0, 1)
      : control.column !== undefined
        ? names.filter((name) => name === control.column)
        : [];
  return chosen.length > 0 ? { identifying: chosen, behind: { of: "individuals" } } : nobody;
};
