// What stands in the way of publishing, each with the one act that helps.

import { useState } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { PublicationCheck } from "../api/answers.ts";
import { useScreen } from "../app/screen.tsx";
import { AskForCell } from "../desk/AskForCell.tsx";
import { useNotebook } from "../desk/notebook-context.tsx";

/** What a lab of the data may agree to. */
const asksLabs: ReadonlySet<string> = new Set(["must-agree"]);

export function Blockers({
  check,
  onRun,
  onLabels,
  onPropose,
}: {
  readonly check: PublicationCheck | null;
  /** Shows the labs of the data what would go out. */
  onPropose(): Promise<boolean>;
  /** Cells were run. */
  onRun(): void;
  /** Names of points go out, too. */
  onLabels(): void;
}) {
  const { t } = useScreen();
  const { acts } = useNotebook();
  const [proposed, setProposed] = useState<string | null>(null);
  return check?.blockers.map((blocker) => (
    <div
      key={blocker.reason + blocker.message}
      className={`strip ${asksLabs.has(blocker.reason) || ["restricted", "unreleased"].includes(blocker.reason) ? "restricted" : "stale"}`}
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
      {asksLabs.has(blocker.reason) ? (
        <button
          type="button"
          className="btn line"
          disabled={proposed === check.proposal}
          onClick={() => void onPropose().then((done) => done && setProposed(check.proposal))}
        >
          {t(proposed === check.proposal ? "proposed" : "propose")}
        </button>
      ) : null}
      {blocker.reason === "unreleased"
        ? blocker.cells.map(({ id, name }) => (
            <AskForCell key={id} cell={id as CellId} what="release" {...(blocker.cells.length > 1 ? { name } : {})} />
          ))
        : null}
      {blocker.reason === "identifiers" ? (
        <button type="button" className="btn line" onClick={() => onLabels()}>
          {t("tick-labels")}
        </button>
      ) : null}
    </div>
  ));
}
