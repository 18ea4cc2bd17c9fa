// What the next invited see at once, and what waits: asked of the server, by the rules that decide when they look. What waits
// for a release is released here.

import { useState } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { InvitedSee } from "../api/answers.ts";
import { api, useApi } from "../api/client.ts";
import { toast, useScreen } from "../app/screen.tsx";
import { canRun, useNotebook, useRole } from "../desk/notebook-context.tsx";
import { useNameOfCell } from "../desk/use-name-of-cell.ts";

type Cell = InvitedSee["cells"][number];
/** Named before the rest is counted. */
const mostNamed = 8;

export function SeenAtOnce({ datasets }: { readonly datasets: readonly string[] }) {
  const { t } = useScreen();
  const { open, acts } = useNotebook();
  const role = useRole();
  const base = `/notebooks/${encodeURIComponent(open.id)}`;
  const found = useApi<InvitedSee>(`${base}/invited-see?datasets=${encodeURIComponent(datasets.join(","))}`, 5_000);
  const [busy, setBusy] = useState(false);
  const cells = found.value?.cells ?? [];
  const nameOf = useNameOfCell();
  const of = (sees: Cell["sees"]): readonly Cell[] => cells.filter((cell) => cell.sees === sees);
  const named = (list: readonly Cell[]): string[] => {
    const names = list.slice(0, mostNamed).map((cell) => nameOf(cell.id));
    return list.length > mostNamed ? [...names, t("n-more-cells", { n: list.length - mostNamed })] : names;
  };
  const [now, release, notReady, rows, closed] = [of("now"), of("release"), of("not-ready"), of("rows"), of("closed")];
  const mine = release.filter(({ key }) => key !== null);
  const releaseAll = async (): Promise<void> => {
    setBusy(true);
    for (const { id, key } of mine) {
      const answer = await api.put(`${base}/releases/${encodeURIComponent(id)}`, { released: true, key });
      if (!answer.ok) toast(answer.error.message, { wrong: true });
    }
    setBusy(false);
    found.reload();
  };
  if (found.error) return <p className="notice failed">{found.error.message}</p>;
  if (cells.length === 0) return null;
  return (
    <ul className="caption seen-at-once" aria-label={t("seen-at-once")} data-testid="seen-at-once">
      <li>{now.length > 0 ? t("sees-now", { n: now.length, names: named(now) }) : t("sees-nothing-now")}</li>
      {release.length > 0 ? (
        <li>
          {t("sees-release", { n: release.length, names: named(release) })}{" "}
          {mine.length > 0 ? (
            <button type="button" className="btn line dense" disabled={busy} onClick={() => void releaseAll()}>
              {t("release-n", { n: mine.length })}
            </button>
          ) : (
            t("sees-release-others")
          )}
        </li>
      ) : null}
      {notReady.length > 0 ? (
        <li>
          {t("sees-not-ready", { n: notReady.length, names: named(notReady) })}{" "}
          {canRun(role) ? (
            <button
              type="button"
              className="btn line dense"
              onClick={() => {
                for (const { id } of notReady) acts.run(id as CellId, "upstream");
              }}
            >
              {t("run-n-cells", { n: notReady.length })}
            </button>
          ) : null}
        </li>
      ) : null}
      {rows.length > 0 ? <li>{t("sees-rows", { n: rows.length, names: named(rows) })}</li> : null}
      {closed.length > 0 ? <li>{t("sees-closed", { n: closed.length, names: named(closed) })}</li> : null}
    </ul>
  );
}
