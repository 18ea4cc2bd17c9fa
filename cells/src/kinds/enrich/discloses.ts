// What it tells: numbers of sets of genes, and names of the genes that make them. Where genes are named by a column that tells
// individuals apart (a row of which may be somebody's), so do they. What comes of no test may be the values of one individual: a running sum
// shows them gene by gene, and a list which genes are its own.

import { identifies } from "../../artifacts/semantics.ts";
import { nobody, type Disclosure } from "../../artifacts/told-of-individuals.ts";
import { disclosesByPort } from "../../contract/disclosures.ts";
import type { DisclosureQuestion } from "../../contract/disclosure.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { enrichmentReport } from "../../reports/enrichment/report.ts";
import { isOfTest } from "./called.ts";

interface Genes {
  readonly gene: string;
  readonly p: string;
  readonly adjusted: string;
  readonly method: { readonly type: string };
}

/** No column is chosen: any that names something may be the one. */
const told = ({ spec, columns }: DisclosureQuestion<Genes>): Disclosure => {
  const names = (columns ?? []).filter((each) => (spec.gene === "" || each.name === spec.gene) && identifies(each));
  const isTested =
    columns !== null &&
    isOfTest(
      spec,
      columns.map(({ name }) => name),
    );
  return { identifying: names.map(({ name }) => name), behind: isTested ? nobody.behind : { of: "individuals" } };
};

/** It says so itself, too. */
const ofReport = (question: DisclosureQuestion<Genes>): Disclosure | null => {
  const own = disclosureOfReport(enrichmentReport, question.artifact);
  return own?.behind.of === "nobody" ? told(question) : own && { ...told(question), behind: own.behind };
};

export const discloses = disclosesByPort<Genes>({ out: told, report: ofReport, dots: told, running: told });
