// Which kernel can take which run, as the claim asks: the rule of cells/src/base/needs.ts in SQL. kernel-fit.test.ts holds the
// two together.

import { sql, type SQL } from "drizzle-orm";
import type { KernelOffer } from "@genomecraft/cells/base/needs.ts";
import type { KernelCaps } from "../schema/kernels.ts";

/** The kernel has all that the run `r` needs. */
export const hasAllNeeded = (offer: KernelOffer): SQL =>
  offers({
    memory: sql`${offer.memory}`,
    gpus: sql`${offer.gpus}`,
    software: sql`${JSON.stringify(offer.software)}::jsonb`,
    lab: sql`${offer.lab ?? ""}`,
    site: sql`${offer.site}`,
  });

/** The kernel that holds a run has all that the run `r` needs; `token` is the row of its token, `kernel` its name. */
export function holderHasAllNeeded(token: SQL, kernel: SQL): SQL {
  const cap = (name: keyof KernelCaps): SQL => sql`${token}.caps->${kernel}->>${sql.raw(`'${name}'`)}`;
  return offers({
    memory: sql`(${cap("memory")})::numeric`,
    gpus: sql`(${cap("gpus")})::numeric`,
    software: sql`coalesce(${token}.caps->${kernel}->'software', '[]'::jsonb)`,
    lab: sql`coalesce(${token}.lab, '')`,
    site: cap("site"),
  });
}

const offers = (has: { readonly [name in "memory" | "gpus" | "software" | "lab" | "site"]: SQL }): SQL => sql`(
  coalesce((r.needs->>'memory')::numeric, 0) <= ${has.memory}
  and coalesce((r.needs->>'gpu')::numeric, 0) <= ${has.gpus}
  and ${has.software} @> coalesce(r.needs->'software', '[]'::jsonb)
  and coalesce(r.needs->>'lab', '') in ('', ${has.lab})
  and coalesce(r.needs->>'site', '') in ('', ${has.site}))`;
