// What a query tells: its rows, which are groups where its text makes groups and counts them.

import { disclosureOfRows } from "../../contract/disclosures.ts";
import type { Discloses } from "../../contract/disclosure.ts";
import { groupsOfQuery } from "./groups-of-query.ts";

export const discloses: Discloses<{ readonly sql: string }> = ({ artifact, spec }) =>
  disclosureOfRows(artifact, groupsOfQuery(spec.sql));
