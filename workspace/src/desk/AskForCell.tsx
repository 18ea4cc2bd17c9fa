// The button by which those are asked whose data a closed cell is made of: to show its results, or to release it.

import { useState } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { api } from "../api/client.ts";
import { toast, useScreen } from "../app/screen.tsx";
import { useNotebook } from "./notebook-context.tsx";

export type AskFor = "results" | "release";

export function AskForCell({
  cell,
  what,
  name,
  again = false,
  onAsked,
}: {
  readonly cell: CellId;
  readonly what: AskFor;
  /** Of the cell, where several such buttons stand together. */
  readonly name?: string;
  /** They have said no before. */
  readonly again?: boolean;
  onAsked?(): void;
}) {
  const { t } = useScreen();
  const { open } = useNotebook();
  const [sent, setSent] = useState(false);
  const ask = async (): Promise<void> => {
    const answer = await api.post(`/notebooks/${encodeURIComponent(open.id)}/${what === "results" ? "asks" : "releases"}`, {
      cell,
    });
    if (!answer.ok) return toast(answer.error.message, { wrong: true });
    setSent(true);
    onAsked?.();
  };
  if (sent) return <span role="status">{t("release-asked")}</span>;
  return (
    <button type="button" className="btn line" onClick={() => void ask()}>
      {again ? t("ask-again") : t("ask")}
      {name === undefined ? "" : `: ${name}`}
    </button>
  );
}
