// What the things are called that a lab's record speaks of: ids are for the chain, names for readers.

import { inArray } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { datasets, labs, notebooks, publications, users } from "../schema/index.ts";

/** Today's name by id, also of what lies in the bin; an id that stands for nothing with a name is left out. */
export async function targetNames(executor: Executor, targets: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const of = (prefix: string): string[] => [...new Set(targets.filter((target) => target.startsWith(`${prefix}_`)))];
  const found = await Promise.all([
    executor
      .select({ id: notebooks.id, name: notebooks.title })
      .from(notebooks)
      .where(inArray(notebooks.id, of("nb"))),
    executor
      .select({ id: datasets.id, name: datasets.name })
      .from(datasets)
      .where(inArray(datasets.id, of("ds"))),
    executor
      .select({ id: labs.id, name: labs.name })
      .from(labs)
      .where(inArray(labs.id, of("lab"))),
    executor
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(inArray(users.id, of("user"))),
    executor
      .select({ id: publications.id, name: publications.title })
      .from(publications)
      .where(inArray(publications.id, of("pub"))),
  ]);
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}
