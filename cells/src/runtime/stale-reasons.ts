// Why a cell is out of date, as data: what its result on show was made from against what it would be made from now.

import type { CellId } from "../base/ids.ts";
import { canonicalJson } from "../base/canonical-json.ts";
import type { CellStatus, MadeFrom, StaleReason } from "../session/cell-status.ts";

export interface LastChange {
  readonly by: string;
  readonly at: number;
}

/** `changes` says who last changed a cell's spec, and when. Empty when nothing differs. */
export function staleReasons(
  cell: CellId,
  made: MadeFrom,
  now: MadeFrom,
  changes: (cell: CellId) => LastChange | null,
): readonly StaleReason[] {
  const reasons: StaleReason[] = [];
  // Specs of two formats are written differently: comparing their fields would tell of edits that nobody made.
  const isSameFormat = (made.format ?? 1) === (now.format ?? 1);
  if (isAnsweredOtherwise(made, now)) reasons.push({ what: "kind-version" });
  const fields = [...new Set([...Object.keys(made.spec), ...Object.keys(now.spec)])]
    .filter((field) => canonicalJson(made.spec[field] ?? null) !== canonicalJson(now.spec[field] ?? null))
    .sort();
  if (isSameFormat && fields.length > 0) {
    const change = changes(cell);
    reasons.push({ what: "spec", fields, ...(change ? { by: change.by, at: change.at } : {}) });
  }
  for (const [slot, input] of Object.entries(now.inputs)) {
    const before = made.inputs[slot];
    if (before && before.digest !== null && before.digest === input.digest) continue;
    const change = changes(input.cell);
    reasons.push({
      what: "input",
      cell: input.cell,
      from: before?.digest ?? null,
      to: input.digest,
      ...(change ? { by: change.by, at: change.at } : {}),
    });
  }
  return reasons;
}

/** What answers now is not what answered then. */
export const isAnsweredOtherwise = (made: MadeFrom, now: MadeFrom): boolean =>
  (made.format ?? 1) !== (now.format ?? 1) || answersDiffer(made, now);

/**
 * An input that is not there is not known to differ: where it is out of date only because it is computed otherwise now, that
 * is the reason of what reads it, too.
 */
export function ofKnownInputs(
  reasons: readonly StaleReason[],
  statusOf: (cell: CellId) => CellStatus | undefined,
): readonly StaleReason[] {
  const isByVersion = (cell: CellId): boolean => {
    const status = statusOf(cell);
    if (status?.state === "waiting" && status.for !== cell) return isByVersion(status.for);
    return status?.state === "stale" && status.why.every(({ what }) => what === "kind-version");
  };
  const told = reasons.map(
    (reason): StaleReason =>
      reason.what === "input" && reason.to === null && isByVersion(reason.cell) ? { what: "kind-version" } : reason,
  );
  const first = told.findIndex(({ what }) => what === "kind-version");
  return told.filter(({ what }, at) => what !== "kind-version" || at === first);
}

/**
 * A variant that only one of them names was chosen by an edit of the spec, which is told as such; but no spec chooses its
 * reports: what names none was made before they counted.
 */
const answersDiffer = (made: MadeFrom, now: MadeFrom): boolean =>
  made.version !== now.version ||
  Object.entries(now.variants ?? {}).some(
    ([variant, version]) => (made.variants?.[variant] ?? (variant.startsWith("report/") ? null : version)) !== version,
  );
