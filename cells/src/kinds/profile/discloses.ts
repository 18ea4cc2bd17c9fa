// What a profile tells: its report says it.

import type { Discloses } from "../../contract/disclosure.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { profileReport } from "../../reports/profile/report.ts";

export const discloses: Discloses<unknown> = ({ artifact }) => disclosureOfReport(profileReport, artifact);
