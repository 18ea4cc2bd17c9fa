// What can be done with a notebook from its card, without opening it.

import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { api } from "../api/client.ts";
import type { NotebookRow } from "../api/answers.ts";
import { Icon } from "../app/icons.tsx";
import { toast, useScreen } from "../app/screen.tsx";

export function NotebookCardMenu({
  row,
  onRename,
  onChanged,
}: {
  readonly row: NotebookRow;
  onRename(): void;
  onChanged(): void;
}) {
  const { t } = useScreen();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const at = `/notebooks/${encodeURIComponent(row.id)}`;
  const mayEdit = row.role === "owner" || row.role === "editor";
  const act = (run: () => void) => () => {
    setAnchor(null);
    run();
  };
  const copy = async (): Promise<void> => {
    const answer = await api.post(`${at}/duplicate`, { title: t("copy-of", { title: row.title }).slice(0, 200) });
    if (!answer.ok) toast(answer.error.message, { wrong: true });
    onChanged();
  };
  const bin = async (): Promise<void> => {
    const answer = await api.delete(at);
    if (answer.ok)
      toast(t("in-the-bin", { name: row.title }), {
        action: { label: t("undo"), run: () => void api.post(`${at}/restore`).then(onChanged) },
      });
    else toast(answer.error.message, { wrong: true });
    onChanged();
  };
  return (
    <>
      <button
        type="button"
        className="btn icon notebook-card-act"
        aria-label={t("more-for", { name: row.title || t("untitled") })}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon name="more" />
      </button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {mayEdit ? <MenuItem onClick={act(onRename)}>{t("rename")}</MenuItem> : null}
        <MenuItem onClick={act(() => void copy())}>{t("copy-notebook")}</MenuItem>
        {row.role === "owner" ? <MenuItem onClick={act(() => void bin())}>{t("to-the-bin")}</MenuItem> : null}
      </Menu>
    </>
  );
}
