// Fits logarithms as limma does.

import { err } from "../../base/result.ts";
import type { WorkOf } from "../../contract/differential-method.ts";
import { askContrast, askTogether, askWithout } from "../parts/limma/ask-contrast.ts";
import { fitLogs } from "../parts/limma/fit-logs.ts";
import { designInR, fitInR } from "../parts/limma/in-r.ts";
import { logsOfAssay } from "../parts/limma/logs-of-assay.ts";
import type { Options } from "./method.ts";

export const work: WorkOf<Options> = {
  async fit(task) {
    const values = logsOfAssay(task.assay);
    if (!values.ok) return err(values.error);
    const logs = { features: task.assay.featureCount, values: values.value, weights: null };
    return fitLogs(logs, task, { trend: false, robust: task.options.robust });
  },
  contrast: askContrast,
  together: askTogether,
  without: askWithout,
  inR: ({ robust }, asked) => [...designInR(asked, "logs"), ...fitInR("logs", asked, { trend: false, robust })],
};
