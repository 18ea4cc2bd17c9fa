// Rows of the record for what people do again and again (reading, being refused): one a person, thing and span of time,
// written before she is answered. What cannot be written is not done.

import type { Audit, AuditEvent } from "@genomecraft/storage/audit/audit.ts";
import type { Executor } from "@genomecraft/storage/database.ts";

/** `name` says who does what to what. `events` is asked where nothing was written for it in this span yet. */
export type RecordOnce = (name: string, events: () => Promise<readonly AuditEvent[]>, spanMs?: number) => Promise<void>;

const minuteMs = 60_000;
export const hourMs = 3_600_000;
const mostKept = 20_000;

export function recordOnce(of: { readonly db: Executor; readonly audit: Audit; readonly now: () => number }): RecordOnce {
  const written = new Map<string, { readonly until: number; readonly done: Promise<void> }>();
  return (name, events, spanMs = minuteMs) => {
    const now = of.now();
    const known = written.get(name);
    // A clock that was put back does not make a span longer.
    if (known && now < known.until && known.until - now <= spanMs) return known.done;
    if (written.size >= mostKept) for (const [old, { until }] of written) if (until <= now) written.delete(old);
    if (written.size >= mostKept) written.clear();
    const done = events().then((rows) => of.audit.record(of.db, ...rows));
    const entry = { until: (Math.floor(now / spanMs) + 1) * spanMs, done };
    written.set(name, entry);
    done.catch(() => {
      if (written.get(name) === entry) written.delete(name);
    });
    return done;
  };
}
