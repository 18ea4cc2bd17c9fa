// Above the cells: the notebook's title, whose it is, and the place for a cell at the top.

import { useState } from "react";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { Ago } from "../app/time.tsx";
import { useCanEdit, useNotebook } from "../desk/notebook-context.tsx";

export function ColumnHead({ title }: { readonly title: string }) {
  const { t } = useScreen();
  const { open, info, acts, ui } = useNotebook();
  const edit = useCanEdit();
  const editedAt = useStore(open.editedAt);
  const count = useStore(open.notebook, (notebook) => notebook.cells.filter((found) => found.deletedAt === null).length);
  /** The first note begins with it: it is not shown twice, and comes when somebody goes to change it. */
  const isSaid = useStore(open.notebook, ({ cells }) => {
    const first = cells.find((found) => found.deletedAt === null);
    const card = first ? cardOf(first.kind) : undefined;
    const text = card?.frame === "prose" ? first?.spec[card.textFields[0] ?? ""] : null;
    return typeof text === "string" && text.trimStart().split("\n", 1)[0]?.trimEnd() === `# ${title}`;
  });
  const [typed, setTyped] = useState<string | null>(null);
  const done = (): void => {
    if (typed !== null && typed.trim() !== "" && typed !== title) acts.write([{ type: "set-title", title: typed.trim() }]);
    setTyped(null);
  };
  return (
    <div className="column-head">
      <h1 className={isSaid ? "sr said-below" : ""}>
        {edit ? (
          <input
            className="title-input"
            aria-label={t("title-of-notebook")}
            value={typed ?? title}
            maxLength={200}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={done}
            onKeyDown={(event) => {
              if (event.key === "Enter") event.currentTarget.blur();
              if (event.key === "Escape") {
                event.stopPropagation();
                setTyped(null);
              }
            }}
          />
        ) : (
          title
        )}
      </h1>
      <p className="caption muted">
        {info.lab.name} · {t("edited")} <Ago at={editedAt ?? info.updatedAt} /> · {t("n-cells", { n: count })}
      </p>
      {edit ? (
        <div className="add-between top">
          <button
            type="button"
            className="btn icon"
            aria-label={t("add-at-top")}
            onClick={() => ui.set((before) => ({ ...before, adding: { after: null } }))}
          >
            +
          </button>
        </div>
      ) : null}
    </div>
  );
}
