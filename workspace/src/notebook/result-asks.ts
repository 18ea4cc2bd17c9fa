// What became of asks to see results, in the notebook that is open: loaded once (LabDecisions), looked at by each closed cell.

import type { ResultAskList } from "../api/answers.ts";
import { newStore, type Store } from "../base/store.ts";
import type { OpenNotebook } from "../live/open-notebook.ts";

const none: ResultAskList = { asks: [], asked: [], inBin: [], refused: [] };
const lists = new WeakMap<OpenNotebook, Store<ResultAskList>>();

export function resultAsksOf(open: OpenNotebook): Store<ResultAskList> {
  let found = lists.get(open);
  if (!found) {
    found = newStore(none);
    lists.set(open, found);
  }
  return found;
}
