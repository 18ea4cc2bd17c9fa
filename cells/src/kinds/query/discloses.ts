// What a query tells: its rows. A column that is called a count is believed to be one.

import { disclosureOfRows } from "../../contract/disclosures.ts";
import type { Discloses } from "../../contract/disclosure.ts";

export const discloses: Discloses<unknown> = ({ artifact }) => disclosureOfRows(artifact);
