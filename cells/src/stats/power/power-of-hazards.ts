// The chance that the log-rank test finds a hazard ratio between two groups of as many individuals each, at a threshold against both
// sides (Schoenfeld, Biometrics 39:499-503, 1983): it goes by how many events there are.

import { normal } from "../distributions/normal.ts";

/** `n` of each group; `events`: the share of all of them of whom the event is seen. */
export function powerOfLogRank({
  n,
  alpha,
  ratio,
  events,
}: {
  readonly n: number;
  readonly alpha: number;
  readonly ratio: number;
  readonly events: number;
}): number {
  const far = -normal.quantile(alpha / 2);
  const away = Math.sqrt((2 * n * events) / 4) * Math.abs(Math.log(ratio));
  return normal.lower(away - far) + normal.lower(-away - far);
}
