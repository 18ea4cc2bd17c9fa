// What predictions tell: each row is one individual.

import { disclosureOfRows } from "../../contract/disclosures.ts";
import type { Discloses } from "../../contract/disclosure.ts";

export const discloses: Discloses<unknown> = ({ artifact }) => disclosureOfRows(artifact);
