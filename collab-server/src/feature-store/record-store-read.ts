// Reading what the store keeps of rows (rows, statistics that quote values, what a recipe learned) stands in the records of its lab
// and of the labs whose data it was made of, before it is answered.

import { labsOfOrigins } from "@genomecraft/storage/queries/origins.ts";
import type { ServerContext } from "../server-context.ts";

export interface StoreRead {
  readonly action: "recipe.read" | "features.read";
  readonly user: string;
  readonly id: string;
  readonly lab: string;
  /** Null: all of them. */
  readonly version: number | null;
  /** How: rows, steps, drift, summary. */
  readonly door: string;
}

/** One row a person, version, door and minute. */
export const recordStoreRead = (context: ServerContext, { action, user, id, lab, version, door }: StoreRead): Promise<void> =>
  context.recordOnce(`${action} ${user} ${id} ${version} ${door}`, async () => {
    const labs = [lab, ...(await labsOfOrigins(context.db, id, version))];
    const detail = version === null ? { door } : { version, door };
    return labs.map((each) => ({ lab: each, user, action, target: id, detail }));
  });
