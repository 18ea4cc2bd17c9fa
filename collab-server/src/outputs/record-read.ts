// What is read stands in the record before it is answered: of rows, and of figures, reports and values that are fetched at a
// door, a row a person, cell and minute; of a notebook that is opened (its figures come with the feed), a row a person and
// hour. Whose data stand behind it has it in its own record, too. What cannot be recorded is not answered.

import { joinSources, type Sources } from "@genomecraft/cells/base/sources.ts";
import { otherLabsBehind } from "@genomecraft/storage/queries/attached-datasets.ts";
import type { ListedRun } from "@genomecraft/storage/queries/runs.ts";
import { hourMs } from "../record/record-once.ts";
import type { ServerCore } from "../server-context.ts";

interface Notebook {
  readonly id: string;
  readonly lab: string;
}

/** The labs in whose records the use of these data stands: the notebook's first. */
export async function labsConcerned(
  { db }: Pick<ServerCore, "db">,
  { id, lab }: Notebook,
  sources?: Sources,
): Promise<readonly string[]> {
  return [lab, ...(await otherLabsBehind(db, { notebook: id, lab }, sources))];
}

export const recordRead = (
  context: ServerCore,
  of: {
    readonly notebook: Notebook;
    readonly user: string;
    readonly cell: string;
    readonly port: string;
    readonly digest: string;
    readonly what: "rows" | "results";
    /** How: window, search, summary, json. */
    readonly door: string;
    readonly sources: Sources;
  },
): Promise<void> => {
  const { notebook, user, cell, port, digest, what, door } = of;
  return context.recordOnce(`${what} ${user} ${notebook.id} ${cell}`, async () => {
    const labs = await labsConcerned(context, notebook, of.sources);
    const action = what === "rows" ? "output.read-rows" : "output.read";
    return labs.map((lab) => ({ lab, user, action, target: notebook.id, detail: { cell, port, digest, door } }));
  });
};

export const recordOpened = (context: ServerCore, notebook: Notebook, user: string): Promise<void> =>
  context.recordOnce(
    `open ${user} ${notebook.id}`,
    async () => {
      const labs = await labsConcerned(context, notebook);
      return labs.map((lab) => ({ lab, user, action: "notebook.open", target: notebook.id }));
    },
    hourMs,
  );

/** Why runs failed may quote rows: a row in the record for each notebook of which that is told, a person and hour. */
export async function recordFailures(context: ServerCore, user: string, runs: readonly ListedRun[]): Promise<void> {
  const telling = runs.filter((run) => run.failure !== null || (run.detail ?? "") !== "");
  for (const [id, lab] of new Map(telling.map((run) => [run.notebook, run.lab])))
    await context.recordOnce(
      `failures ${user} ${id}`,
      async () => {
        const sources = telling.filter(({ notebook }) => notebook === id).map((run) => run.sources);
        const labs = await labsConcerned(context, { id, lab }, joinSources(...sources));
        return labs.map((each) => ({ lab: each, user, action: "run.read-failures", target: id }));
      },
      hourMs,
    );
}
