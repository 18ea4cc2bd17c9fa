// Cells that use an entry of the store, by notebook, as rows of a list.

import type { FeaturePage } from "../api/answers.ts";
import { useScreen } from "../app/screen.tsx";
import { Link } from "../router/navigate.tsx";

type UsingCell = FeaturePage["usage"]["cells"][number];

export function UsingCells({ cells }: { readonly cells: readonly UsingCell[] }) {
  const { t } = useScreen();
  const byNotebook = new Map<string, UsingCell[]>();
  for (const cell of cells) byNotebook.set(cell.notebook, [...(byNotebook.get(cell.notebook) ?? []), cell]);
  return [...byNotebook.values()].map((found) => (
    <li key={found[0]?.notebook}>
      <span className="grow" style={{ minWidth: 0, overflowWrap: "anywhere" }}>
        <b>{found[0]?.title}</b>
        <span className="caption muted" style={{ display: "block" }}>
          {found.map((cell, at) => (
            <span key={cell.cell}>
              {at > 0 ? ", " : ""}
              <Link to={`/n/${encodeURIComponent(cell.notebook)}#${encodeURIComponent(cell.cell)}`}>
                {cell.cellName || cell.kind}
              </Link>{" "}
              ({cell.kind}, {t("version-n", { n: cell.versions.join(", ") })})
            </span>
          ))}
        </span>
      </span>
    </li>
  ));
}
