// The tables of a database as lines of text: each row a JSON array of its columns as Postgres writes them, so that nothing
// is rounded, renamed or understood on the way. Referred tables come before those that refer to them.

import type { PoolClient } from "pg";

/** What is over when the server it belonged to is: who was signed in signs in again, and uploads under way begin anew. */
const leftOut: ReadonlySet<string> = new Set(["sessions", "one_time_tokens", "verifications", "rate_limits", "uploads"]);

export interface TableShape {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** In the order in which they can be filled. */
export async function tablesOf(client: PoolClient): Promise<readonly TableShape[]> {
  const { rows } = await client.query<{ name: string; columns: { name: string; type: string }[] }>(`
    select c.relname as name,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where n.nspname = 'public' and c.relkind = 'r' group by c.relname order by c.relname`);
  const links = await client.query<{ from: string; to: string }>(`
    select f.relname as "from", t.relname as "to" from pg_constraint k
      join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.conrelid <> k.confrelid`);
  const before = new Map<string, string[]>();
  for (const { from, to } of links.rows) before.set(from, [...(before.get(from) ?? []), to]);
  const byName = new Map(rows.map((row) => [row.name, row]));
  const ordered = new Map<string, TableShape>();
  const add = (name: string, above: readonly string[]): void => {
    const found = byName.get(name);
    if (!found || ordered.has(name) || leftOut.has(name)) return;
    if (above.includes(name)) throw new Error(`The tables ${above.join(", ")} refer to each other in a circle.`);
    for (const other of before.get(name) ?? []) add(other, [...above, name]);
    ordered.set(name, found);
  };
  for (const { name } of rows) add(name, []);
  return [...ordered.values()];
}

/** A line a row, without its end. */
export async function* linesOf(client: PoolClient, { name, columns }: TableShape): AsyncGenerator<string> {
  const list = columns.map((column) => `${quoted(column.name)}::text`).join(", ");
  await client.query(
    `declare backup_rows no scroll cursor for select json_build_array(${list})::text as line from ${quoted(name)}`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>("fetch 50 from backup_rows");
    if (rows.length === 0) break;
    for (const { line } of rows) yield line;
  }
  await client.query("close backup_rows");
}

export async function insertLines(
  client: PoolClient,
  table: TableShape,
  columns: readonly string[],
  lines: readonly string[],
): Promise<void> {
  const types = new Map(table.columns.map(({ name, type }) => [name, type]));
  const values = columns.map((name, at) => `(line ->> ${at})::${types.get(name) ?? "text"}`);
  await client.query(
    `insert into ${quoted(table.name)} (${columns.map(quoted).join(", ")}) overriding system value
     select ${values.join(", ")} from json_array_elements($1::json) as line`,
    [`[${lines.join(",")}]`],
  );
}

export async function sequencesOf(client: PoolClient): Promise<{ readonly [sequence: string]: string }> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    "select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' order by 1",
  );
  return Object.fromEntries(rows.flatMap(({ name, last }) => (last === null ? [] : [[name, last]])));
}

export const setSequence = (client: PoolClient, name: string, last: string) =>
  client.query("select setval(format('public.%I', $1::text)::regclass, $2::bigint)", [name, last]);
