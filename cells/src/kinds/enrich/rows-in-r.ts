// The lines of R before those of a method: the rows of the contrast that is asked, each gene once, ids as they were compared.

import { columnInR, textInR } from "../../base/column-in-r.ts";
import type { Matched } from "./match-genes.ts";
import type { ReadGenes } from "./read-genes.ts";

const bareInR = (ids: string): string => `sub("^(ENS[A-Z]*[GTP][0-9]{6,})[.][0-9]+$", "\\\\1", ${ids})`;

export function rowsInR(
  { genes: { called }, gene, contrast, isRepeated }: ReadGenes & { readonly gene: string; readonly contrast: string | null },
  { way, member }: { readonly way: Matched["way"]; readonly member: string },
): readonly string[] {
  const [names, members] = [columnInR(gene), columnInR(member, "sets")];
  const first = called.p !== "" ? columnInR(called.p) : called.change !== "" ? `-abs(${columnInR(called.change)})` : "";
  const keyOf = way === "exact" ? null : way === "versions" ? bareInR("id") : bareInR("toupper(id)");
  return [
    ...(contrast === null ? [] : [`genes <- genes[genes[["contrast"]] == ${textInR(contrast)}, ]`]),
    ...(isRepeated && first !== "" ? [`genes <- genes[order(${first}), ]`] : []),
    ...(isRepeated ? [`genes <- genes[!duplicated(${names}), ]`] : []),
    ...(keyOf === null
      ? []
      : [`as_compared <- function(id) ${keyOf}`, `${names} <- as_compared(${names})`, `${members} <- as_compared(${members})`]),
  ];
}
