// What statements on runs share: the database's own clock, so that servers with different clocks agree, and leave not to
// wait for the disk.

import { sql } from "drizzle-orm";

/** Milliseconds since the epoch on the database's clock. */
export const dbNow = sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/** This transaction need not wait for the disk: lost with the power, it is asked or claimed again. */
export const withoutDisk = sql`set_config('synchronous_commit', 'off', true)`;
