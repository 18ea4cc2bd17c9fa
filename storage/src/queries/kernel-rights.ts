// Which lab's kernel may have a run: a kernel reads the raw files, so its lab must be allowed to download every data set
// behind the run. Kernels of the server itself belong to no lab and may have all runs.

import { sql, type SQL } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { mayDownloadOrigins } from "./origins.ts";

/** `lab` may download every data set behind the run `r`, as the run's notebook was granted them. */
const mayDownload = (lab: SQL): SQL => sql`not exists (
  select 1 from jsonb_array_elements_text(r.sources) as behind(digest) where not exists (
    select 1 from dataset_versions v
      join datasets d on d.id = v.dataset and d.deleted_at is null
      join notebook_datasets n on n.dataset = d.id and n.notebook = r.notebook
    where v.digest = behind.digest and ${mayDownloadOrigins(lab)} and (d.lab = ${lab} or exists (
      select 1 from dataset_grants g where g.dataset = d.id and g.lab_granted = ${lab} and g."right" = 'download'))))`;

const ownsSome = (lab: SQL): SQL => sql`exists (
  select 1 from jsonb_array_elements_text(r.sources) as behind(digest)
    join dataset_versions v on v.digest = behind.digest
    join datasets d on d.id = v.dataset and d.deleted_at is null and d.lab = ${lab}
    join notebook_datasets n on n.dataset = d.id and n.notebook = r.notebook)`;

/**
 * A kernel of `lab` may have the run `r`: one of its own lab that may download the data, or, where that one may not, one
 * of a lab whose data they are and that may. A look into a dropped file (no notebook) is of its lab's own file.
 */
export const mayHaveRun = (lab: SQL): SQL => sql`(
  (r.lab = ${lab} and (r.notebook = '' or ${mayDownload(lab)}))
  or (r.lab <> ${lab} and r.notebook <> '' and ${ownsSome(lab)} and ${mayDownload(lab)} and not ${mayDownload(sql`r.lab`)}))`;

/** Of these labs, those whose kernels may have each of these runs. */
export async function labsForRuns(
  executor: Executor,
  runs: readonly string[],
  labs: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (labs.length === 0) return new Map();
  const { rows } = await executor.execute<{ run: string; lab: string }>(sql`
    select r.id as run, asked.lab from runs r, jsonb_array_elements_text(${JSON.stringify(labs)}::jsonb) as asked(lab)
    where r.id in (select jsonb_array_elements_text(${JSON.stringify(runs)}::jsonb)) and ${mayHaveRun(sql`asked.lab`)}`);
  const found = new Map<string, Set<string>>();
  for (const { run, lab } of rows) found.set(run, (found.get(run) ?? new Set()).add(lab));
  return found;
}
