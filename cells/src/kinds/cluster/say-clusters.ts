// Clusters in words: how many and how large, how well apart, why so many, what speaks against it.

import type { Sentence } from "../../messages/sentence.ts";
import type { ClustersBody } from "../../reports/clusters/report.ts";
import type { Proposal } from "./how-many.ts";
import { words } from "./words.ts";

/** So many sizes, and columns, are told one by one. */
const mostTold = 12;
const short = (value: number): number => Number(value.toPrecision(3));

export function sayClusters(
  body: ClustersBody,
  proposal: Proposal,
): { readonly said: readonly Sentence[]; readonly why: Sentence | null } {
  const { clusters, rows, without, silhouette, columns, scaled } = body;
  const n = clusters.length;
  const sizes = [...clusters.slice(0, mostTold).map((each) => each.n), ...(n > mostTold ? ["…"] : [])];
  const told = { n, rows, sizes, without };
  const by = [...columns.slice(0, mostTold), ...(columns.length > mostTold ? [`… (${columns.length})`] : [])];
  const said: Sentence[] = [
    n === 0 ? words.sentence("found-none", { rows }) : words.sentence(without > 0 ? "found-without" : "found", told),
    words.sentence(scaled ? "by-columns-unit" : "by-columns", { columns: by }),
  ];
  if (silhouette !== null && n > 1) {
    // Kaufman and Rousseeuw, Finding Groups in Data, 1990, table 4: .71, .51 and .26.
    const how =
      silhouette > 0.7 ? "apart-well" : silhouette > 0.5 ? "apart-fairly" : silhouette > 0.25 ? "apart-weakly" : "apart-not";
    said.push(words.sentence(how, { silhouette: short(silhouette) }));
  }
  const atLargest = proposal.gapAtLargest ?? 1;
  if (proposal.gap === 1) said.push(atLargest > 1 ? words.sentence("gap-one-but", { n: atLargest }) : words.sentence("gap-one"));
  else if (proposal.gap === null) said.push(words.sentence("gap-none"));
  else if (proposal.gap !== undefined) said.push(words.sentence("gap-says", { n: proposal.gap }));
  if (n > 1) said.push(words.sentence("doubt-test"));
  return { said, why: body.proposed ? whySo(body, proposal) : null };
}

function whySo({ clusters, curves, turned }: ClustersBody, { value, why }: Proposal): Sentence | null {
  const n = clusters.length;
  if (why === "usual") return words.sentence(turned === "eps" ? "why-usual-eps" : "why-usual-resolution", { value, n });
  if (why === "criterion") return words.sentence("why-criterion", { n });
  const tried = curves.find((each) => each.value === value);
  const silhouette = tried?.silhouette ?? null;
  return silhouette === null ? null : words.sentence("why-silhouette", { n, silhouette: short(silhouette) });
}
