// Holds a .map to its rules.

import type { CheckTask } from "../../contract/format.ts";
import { checkSites } from "../parts/plink-check/check-plink.ts";

export { rules } from "../parts/plink-check/rules.ts";

export const check = async (task: CheckTask): Promise<void> => void (await checkSites(task, task, { kind: "map", part: null }));
