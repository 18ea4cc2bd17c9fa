// What stands in the way of publishing, each with the one act that helps.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { PublicationCheck } from "../api/answers.ts";
import { useScreen } from "../app/screen.tsx";
import { useNotebook } from "../desk/notebook-context.tsx";

export function Blockers({
  check,
  onRun,
  onLabels,
}: {
  readonly check: PublicationCheck | null;
  /** Cells were run. */
  onRun(): void;
  /** Names of points go out, too. */
  onLabels(): void;
}) {
  const { t } = useScreen();
  const { acts } = useNotebook();
  return check?.blockers.map((blocker) => (
    <div
      key={blocker.reason + blocker.message}
      className={`strip ${blocker.reason === "must-agree" || blocker.reason === "restricted" ? "restricted" : "stale"}`}
      role="status"
    >
      <span className="grow">{blocker.message}</span>
      {blocker.reason === "not-fresh" && !blocker.cells.some((cell) => cell.state === "running" || cell.state === "queued") ? (
        <button
          type="button"
          className="btn line"
          onClick={() => {
            for (const cell of blocker.cells) acts.run(cell.id as CellId, "upstream");
            onRun();
          }}
        >
          {t("run-n-cells", { n: blocker.cells.length })}
        </button>
      ) : null}
      {blocker.reason === "identifiers" ? (
        <button type="button" className="btn line" onClick={() => onLabels()}>
          {t("labels-too")}
        </button>
      ) : null}
    </div>
  ));
}
