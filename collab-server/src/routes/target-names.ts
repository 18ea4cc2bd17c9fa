// What the things are called that a lab's record speaks of. Asked by the record's route: ids are for the chain, names for
// readers.

import { inArray } from "drizzle-orm";
import type { Database } from "@genomecraft/storage/database.ts";
import { datasets, labs, notebooks, publications, users } from "@genomecraft/storage/schema/index.ts";

/** Today's name by id, also of what lies in the bin; an id that stands for nothing with a name is left out. */
export async function targetNames(db: Database, targets: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const of = (prefix: string): string[] => [...new Set(targets.filter((target) => target.startsWith(`${prefix}_`)))];
  const found = await Promise.all([
    db
      .select({ id: notebooks.id, name: notebooks.title })
      .from(notebooks)
      .where(inArray(notebooks.id, of("nb"))),
    db
      .select({ id: datasets.id, name: datasets.name })
      .from(datasets)
      .where(inArray(datasets.id, of("ds"))),
    db
      .select({ id: labs.id, name: labs.name })
      .from(labs)
      .where(inArray(labs.id, of("lab"))),
    db
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(inArray(users.id, of("user"))),
    db
      .select({ id: publications.id, name: publications.title })
      .from(publications)
      .where(inArray(publications.id, of("pub"))),
  ]);
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}
