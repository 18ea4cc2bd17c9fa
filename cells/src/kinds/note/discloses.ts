// What a note tells: what its author wrote, values of parameters, and how large results are: the number of the rows of a
// table, and of the samples of a matrix, is that of a group of individuals.

import { artifactCards } from "../../artifacts/artifact-cards.ts";
import { isJsonObject } from "../../base/json.ts";
import { nobody } from "../../artifacts/told-of-individuals.ts";
import type { Discloses, DisclosureQuestion } from "../../contract/disclosure.ts";
import { type NoteValue, noteParts } from "./note-parts.ts";

export const discloses: Discloses<{ readonly text: string }> = (question) => {
  const { artifact, spec } = question;
  if (artifact.type !== "value") return null;
  const values = isJsonObject(artifact.value) ? artifact.value["values"] : [];
  const sizes = noteParts(spec.text).values.flatMap((part, at): number[] => {
    const value = Array.isArray(values) ? values[at] : undefined;
    return typeof value === "number" && counts(part, question) ? [value] : [];
  });
  return sizes.length === 0 ? nobody : { identifying: [], behind: { of: "groups", sizes, statistics: ["count"] } };
};

/** Where it is not known what is counted, it may be individuals. */
function counts({ name, port, accessor }: NoteValue, { typeNamed }: Pick<DisclosureQuestion, "typeNamed">): boolean {
  const type = typeNamed?.(name, port);
  if (type === undefined) return !["value", "marks", "features", "genes"].includes(accessor);
  if (type === "table") return accessor === "rows";
  return type === "assay" && (artifactCards.assay.sizes[1] as readonly string[]).includes(accessor);
}
