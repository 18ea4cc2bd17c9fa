// On a cell that others ask to see: who asks, and the two answers, for whoever may give them.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { useNotebook } from "../desk/notebook-context.tsx";
import { decideRelease, releaseAsksOf, waitingReleases } from "./release-asks.ts";

export function CellRelease({ cell }: { readonly cell: CellId }) {
  const { t } = useScreen();
  const { open } = useNotebook();
  const asked = useStore(releaseAsksOf(open), (all) => waitingReleases(all).find((one) => one.cell === cell) ?? null);
  // What is not up to date is run first: its own strip says so.
  if (!asked || asked.key === null) return null;
  return (
    <div className="strip accent" style={{ flexWrap: "wrap" }} data-testid="release-on-cell">
      <span className="grow" style={{ flexBasis: 240 }}>
        {t("release-waits-here", { name: asked.by.name })}
      </span>
      <button type="button" className="btn line" onClick={() => void decideRelease(open, asked, true)}>
        {t("release")}
      </button>
      <button type="button" className="btn line" onClick={() => void decideRelease(open, asked, false)}>
        {t("refuse")}
      </button>
    </div>
  );
}
