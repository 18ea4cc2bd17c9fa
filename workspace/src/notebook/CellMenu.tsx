// What can be done with a cell as a whole.

import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useScreen } from "../app/screen.tsx";
import { usePhone } from "../app/use-phone.ts";
import { canRun, useCanEdit, useNotebook, useRole } from "../desk/notebook-context.tsx";
import type { Saved } from "../store/SaveDialog.tsx";
import type { CellNow } from "./use-cell.ts";

export function CellMenu({
  now,
  anchor,
  index,
  count,
  onSave,
  onClose,
}: {
  readonly now: CellNow;
  readonly anchor: HTMLElement;
  /** Its place among the cells, and how many there are. */
  readonly index: number;
  readonly count: number;
  /** Into the feature store. */
  onSave(what: Saved): void;
  onClose(): void;
}) {
  const { t } = useScreen();
  const { acts, ui } = useNotebook();
  const role = useRole();
  const edit = useCanEdit();
  const phone = usePhone();
  const { cell, card, asText, folded, formOpen } = now;
  const { id } = cell;
  const isProse = now.frame === "prose";
  const runs = card !== null && card.place !== "inline";
  const outputs = now.status.state === "fresh" ? now.session?.shown?.outputs : undefined;
  const act = (run: () => void) => () => {
    onClose();
    run();
  };
  return (
    <Menu open anchorEl={anchor} onClose={onClose}>
      {edit && !isProse ? (
        <MenuItem onClick={act(() => ui.set((before) => ({ ...before, renaming: id })))}>{t("rename")}</MenuItem>
      ) : null}
      {isProse || now.isText ? null : (
        <MenuItem onClick={act(now.toggleForm)}>{formOpen ? t("hide-settings") : t("show-settings")}</MenuItem>
      )}
      <MenuItem onClick={act(() => now.toggle("asText"))}>{asText ? t("as-form") : t("settings-as-text")}</MenuItem>
      <MenuItem onClick={act(() => now.toggle("folded"))}>{folded ? t("unfold") : t("fold")}</MenuItem>
      {runs && canRun(role) && phone ? <MenuItem onClick={act(() => acts.run(id, "upstream"))}>{t("run")}</MenuItem> : null}
      {runs && canRun(role) ? (
        <MenuItem onClick={act(() => acts.run(id, "downstream"))}>{t("run-and-dependents")}</MenuItem>
      ) : null}
      {runs && canRun(role) ? <MenuItem onClick={act(() => acts.run(id, "cell", true))}>{t("run-fresh")}</MenuItem> : null}
      {edit && runs && cell.mode !== "off" ? (
        <MenuItem onClick={act(() => acts.setMode(id, cell.mode === "auto" ? "manual" : "auto"))}>
          {cell.mode === "auto" ? t("run-when-asked") : t("run-by-itself")}
        </MenuItem>
      ) : null}
      {edit ? (
        <MenuItem onClick={act(() => acts.move(id, -1))} disabled={index === 0}>
          {t("move-up")}
        </MenuItem>
      ) : null}
      {edit ? (
        <MenuItem onClick={act(() => acts.move(id, 1))} disabled={index === count - 1}>
          {t("move-down")}
        </MenuItem>
      ) : null}
      {edit ? <MenuItem onClick={act(() => acts.duplicate(id))}>{t("duplicate")}</MenuItem> : null}
      {edit && outputs?.["fitted"] ? <MenuItem onClick={act(() => onSave("recipe"))}>{t("save-as-recipe")}</MenuItem> : null}
      {edit && outputs?.["out"]?.summary.type === "table" ? (
        <MenuItem onClick={act(() => onSave("view"))}>{t("save-as-view")}</MenuItem>
      ) : null}
      {edit && !isProse ? (
        <MenuItem onClick={act(() => acts.setMode(id, cell.mode === "off" ? (card?.mode ?? "auto") : "off"))}>
          {cell.mode === "off" ? t("switch-on") : t("switch-off")}
        </MenuItem>
      ) : null}
      {edit ? <MenuItem onClick={act(() => acts.bin(id))}>{t("to-the-bin")}</MenuItem> : null}
    </Menu>
  );
}
