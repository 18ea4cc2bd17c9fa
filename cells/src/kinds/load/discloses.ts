// What a load tells: the rows of the file.

import { disclosureOfRows } from "../../contract/disclosures.ts";
import type { Discloses } from "../../contract/disclosure.ts";

export const discloses: Discloses<unknown> = ({ artifact }) => disclosureOfRows(artifact);
