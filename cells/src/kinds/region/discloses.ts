// What a region tells: reads and genotypes, each of one individual, whatever its columns are called.

import { identifies } from "../../artifacts/semantics.ts";
import type { Discloses } from "../../contract/disclosure.ts";
import { disclosureOfRows } from "../../contract/disclosures.ts";

export const discloses: Discloses<unknown> = ({ artifact }) =>
  artifact.type === "table"
    ? { identifying: artifact.columns.filter(identifies).map(({ name }) => name), behind: { of: "individuals" } }
    : disclosureOfRows(artifact);
