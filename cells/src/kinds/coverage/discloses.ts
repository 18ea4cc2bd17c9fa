// What a coverage tells: depth along one individual's genome, or counts of genes in each sample.

import { identifies } from "../../artifacts/semantics.ts";
import type { Discloses } from "../../contract/disclosure.ts";
import { disclosureOfRows } from "../../contract/disclosures.ts";

export const discloses: Discloses<unknown> = ({ artifact }) =>
  artifact.type === "table"
    ? { identifying: artifact.columns.filter(identifies).map(({ name }) => name), behind: { of: "individuals" } }
    : disclosureOfRows(artifact);
