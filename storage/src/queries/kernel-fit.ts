// Which kernel can take which run, as the claim asks: the rule of cells/src/base/needs.ts in SQL. kernel-fit.test.ts holds the
// two together.

import { sql, type SQL } from "drizzle-orm";
import type { KernelOffer } from "@genomecraft/cells/base/needs.ts";

/** The kernel has all that the run `r` needs. */
export const hasAllNeeded = (offer: KernelOffer): SQL => sql`(
  coalesce((r.needs->>'memory')::numeric, 0) <= ${offer.memory}
  and coalesce((r.needs->>'gpu')::numeric, 0) <= ${offer.gpus}
  and ${JSON.stringify(offer.software)}::jsonb @> coalesce(r.needs->'software', '[]'::jsonb)
  and coalesce(r.needs->>'lab', '') in ('', ${offer.lab ?? ""})
  and coalesce(r.needs->>'site', '') in ('', ${offer.site}))`;
