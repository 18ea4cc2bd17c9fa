// What it tells: numbers of sets of genes, and names of the genes that make them. Where genes are named by a column that tells
// individuals apart (a row of which may be somebody's), so do they.

import { identifies } from "../../artifacts/semantics.ts";
import { nobody, type Disclosure } from "../../artifacts/told-of-individuals.ts";
import { disclosesByPort } from "../../contract/disclosures.ts";
import type { DisclosureQuestion } from "../../contract/disclosure.ts";

interface Genes {
  readonly gene: string;
}

/** No column is chosen: any that names something may be the one. */
const told = ({ spec, columns }: DisclosureQuestion<Genes>): Disclosure => {
  const names = (columns ?? []).filter((each) => (spec.gene === "" || each.name === spec.gene) && identifies(each));
  return { ...nobody, identifying: names.map(({ name }) => name) };
};

export const discloses = disclosesByPort<Genes>({ out: told, report: told, dots: told, running: told });
