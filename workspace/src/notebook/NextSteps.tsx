// Beside the plus below the cell one is at: the tasks that fit what it answers, each one press away. The menu has all.

import { useMemo } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { useNotebook } from "../desk/notebook-context.tsx";
import { kindsHere } from "../kinds/kinds-here.ts";
import { entriesWith, entryLine, entryTitle, kindsWithMore, suggestionsFor } from "./add-entries.ts";
import { addTask } from "./add-task.ts";
import { isFollowed } from "./followed.ts";
import { whatStandsAbove } from "./what-stands-above.ts";

export function NextSteps({ after }: { readonly after: CellId }) {
  const { t, locale } = useScreen();
  const desk = useNotebook();
  const { acts, derived } = desk;
  const kinds = useStore(kindsHere);
  const above = useStore(
    derived,
    (now) => whatStandsAbove(acts.cells(), now.results, after),
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  );
  const entries = useMemo(() => (kindsWithMore.every((kind) => kinds.has(kind)) ? entriesWith(kinds) : []), [kinds]);
  // Of what has no result nothing is known that would fit.
  if (!above?.summary || entries.length === 0) return null;
  // Files and notes have nothing to do with what stands here.
  const steps = suggestionsFor(above, entries, (entry) => isFollowed(entry, above, acts.cells())).filter(
    ({ opens, card }) => opens === undefined && card.frame !== "prose",
  );
  if (steps.length === 0) return null;
  return (
    <span className="next-steps" role="group" aria-label={t("fits", { name: above.name })}>
      {steps.map((entry) => (
        <button
          key={entry.id}
          type="button"
          className="btn"
          title={entryLine(entry, locale, above)}
          onClick={() => addTask(desk, entry, above, after)}
        >
          {entryTitle(entry, locale, above)}
        </button>
      ))}
    </span>
  );
}
