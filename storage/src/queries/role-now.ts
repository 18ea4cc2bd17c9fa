// The role that a row of notebook_access gives at this moment: one that came by a link is over with its link, and then is
// what the person had before, or none. The database's clock decides.

import { sql, type SQL } from "drizzle-orm";

/** Of the table or alias `k`: the link lets people in at this moment. */
export const isOpenLink = (k: string): SQL =>
  sql`(${sql.identifier(k)}.expires_at is null or ${sql.identifier(k)}.expires_at > extract(epoch from clock_timestamp()) * 1000)`;

/** `row` is the name of the table in the statement at hand. */
export function roleNow(row: string): SQL {
  const column = (name: string): SQL => sql`${sql.identifier(row)}.${sql.identifier(name)}`;
  return sql`(case when ${column("link")} is null or exists (select 1 from links k where k.id = ${column("link")} and ${isOpenLink("k")})
    then ${column("role")} else ${column("role_before")} end)`;
}
