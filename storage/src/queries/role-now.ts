// The role that a row of notebook_access gives at this moment: one that came by a link is over with its link, and then is the
// strongest of the person's other links that are open, or what she had before, or none. The database's clock decides.

import { sql, type SQL } from "drizzle-orm";

/** Of the table or alias `k`: the link lets people in at this moment. */
export const isOpenLink = (k: string): SQL =>
  sql`(${sql.identifier(k)}.expires_at is null or ${sql.identifier(k)}.expires_at > extract(epoch from clock_timestamp()) * 1000)`;

/** A number that is larger for the role that may more; 0 for none. */
export const strengthOf = (role: SQL): SQL =>
  sql`coalesce(array_position(array['viewer', 'runner', 'editor', 'owner'], ${role}), 0)`;

const column = (row: string, name: string): SQL => sql`${sql.identifier(row)}.${sql.identifier(name)}`;

/** What `what` is of the strongest open link by which she came, where it gives more than she had before; or null. */
const ofOtherLink = (row: string, what: "id" | "role"): SQL => sql`(
  select ${column("k", what)} from came_by c join links k on k.id = c.link and ${isOpenLink("k")}
  where c.access = ${column(row, "id")} and ${strengthOf(sql`k.role`)} > ${strengthOf(column(row, "role_before"))}
  order by ${strengthOf(sql`k.role`)} desc, k.created_at, k.id limit 1)`;

const holdsAsItStands = (row: string): SQL => sql`(${column(row, "link")} is null
  or exists (select 1 from links k where k.id = ${column(row, "link")} and ${isOpenLink("k")}))`;

/** `row` is the name of the table in the statement at hand. */
export const roleNow = (row: string): SQL =>
  sql`(case when ${holdsAsItStands(row)} then ${column(row, "role")}
    else coalesce(${ofOtherLink(row, "role")}, ${column(row, "role_before")}) end)`;

/** The link by which she has it; null where it is hers by name. */
export const linkNow = (row: string): SQL =>
  sql`(case when ${holdsAsItStands(row)} then ${column(row, "link")} else ${ofOtherLink(row, "id")} end)`;
