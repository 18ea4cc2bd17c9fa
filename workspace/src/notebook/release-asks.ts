// Cells of the notebook that is open which others ask to see: loaded once (LabDecisions), answered at the head of the notebook
// or on the cell.

import { api } from "../api/client.ts";
import type { ReleaseList } from "../api/answers.ts";
import { toast } from "../app/screen.tsx";
import { newStore, type Store } from "../base/store.ts";
import type { OpenNotebook } from "../live/open-notebook.ts";

type Asked = ReleaseList["releases"][number];
const lists = new WeakMap<OpenNotebook, Store<readonly Asked[]>>();

export function releaseAsksOf(open: OpenNotebook): Store<readonly Asked[]> {
  let found = lists.get(open);
  if (!found) {
    found = newStore<readonly Asked[]>([]);
    lists.set(open, found);
  }
  return found;
}

/** Those that wait for this person, one a cell. */
export const waitingReleases = (asked: readonly Asked[]): readonly Asked[] => [
  ...new Map(asked.filter(({ mayDecide, state }) => mayDecide && state === "waits").map((one) => [one.cell, one])).values(),
];

/** The answer stands at once wherever the question stood. */
export async function decideRelease(open: OpenNotebook, { cell, key }: Asked, released: boolean): Promise<void> {
  const at = `/notebooks/${encodeURIComponent(open.id)}/releases`;
  const answer = await api.put(`${at}/${encodeURIComponent(cell)}`, { key, released, seen: "waits" });
  if (answer.ok)
    releaseAsksOf(open).set((before) =>
      before.map((one) => (one.cell === cell && one.mayDecide ? { ...one, state: released ? "released" : "refused" } : one)),
    );
  else toast(answer.error.message, { wrong: true });
  const now = await api.get<ReleaseList>(at);
  if (now.ok) releaseAsksOf(open).set(now.value.releases);
}
