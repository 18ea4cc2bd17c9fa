// The bar over a notebook: whose it is, whether it is saved, who is here, what is out of date, share, publish, palette.
// On a telephone the acts stand in a bar at the bottom.

import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { api } from "../api/client.ts";
import { Icon } from "../app/icons.tsx";
import { Brand } from "../app/PageFrame.tsx";
import { Avatar } from "../app/person.tsx";
import { toast, useMe, useScreen } from "../app/screen.tsx";
import { usePhone } from "../app/use-phone.ts";
import { useStore } from "../base/store.ts";
import { navigate } from "../router/navigate.tsx";
import { isOutOfDate, statusOf } from "./cell-state.ts";
import { canRun, useCanEdit, useNotebook, useRole, useUi } from "../desk/notebook-context.tsx";

/** How many cells are out of date and can be run: what waits for the server is not yet its. */
export function useOutOfDate(): number {
  const { open, derived } = useNotebook();
  const feed = useStore(open.feed);
  return useStore(derived, (now) => {
    let count = 0;
    for (const { cell } of now.graph.cells.values())
      if (!now.late.has(cell.id) && isOutOfDate(statusOf(cell, feed.cells.get(cell.id), now))) count++;
    return count;
  });
}

export function AppBar() {
  const { t, signOut } = useScreen();
  const me = useMe();
  const { open, info, ui, acts } = useNotebook();
  const role = useRole();
  const edit = useCanEdit();
  const saved = useStore(open.saved);
  const waits = useStore(open.waits);
  const connection = useStore(open.connection);
  const title = useStore(open.notebook, (notebook) => notebook.title || info.title);
  const old = useOutOfDate();
  const phone = usePhone();
  const [menu, setMenu] = useState<{ readonly at: HTMLElement; readonly which: "lab" | "more" } | null>(null);
  const act = (run: () => void) => () => {
    setMenu(null);
    run();
  };
  const mac = /Mac|iPhone|iPad/.test(navigator.platform);
  const savedWords =
    connection.state === "offline"
      ? t("offline")
      : connection.state === "connecting"
        ? t("connecting")
        : saved
          ? t("saved")
          : t(waits ? "not-saved" : "saving");

  const copyNotebook = async (): Promise<void> => {
    const answer = await api.post<{ readonly id: string }>(`/notebooks/${encodeURIComponent(open.id)}/duplicate`);
    if (answer.ok) navigate(`/n/${answer.value.id}`);
    else toast(answer.error.message, { wrong: true });
  };
  const binNotebook = async (): Promise<void> => {
    const answer = await api.delete(`/notebooks/${encodeURIComponent(open.id)}`);
    if (!answer.ok) {
      toast(answer.error.message, { wrong: true });
      return;
    }
    navigate("/");
    toast(t("in-the-bin", { name: title }), {
      action: {
        label: t("undo"),
        run: () => void api.post(`/notebooks/${encodeURIComponent(open.id)}/restore`).then(() => navigate(`/n/${open.id}`)),
      },
    });
  };

  return (
    <header className="app-bar">
      <button
        type="button"
        className="btn icon only-drawer"
        aria-label={t("outline")}
        onClick={() => ui.set((before) => ({ ...before, drawer: before.drawer === "rail" ? null : "rail" }))}
      >
        <Icon name="menu" />
      </button>
      <Brand />
      <button
        type="button"
        className="btn quiet dense hide-phone lab-button"
        aria-haspopup="menu"
        onClick={(event) => setMenu({ at: event.currentTarget, which: "lab" })}
      >
        {info.lab.name} <Icon name="fold" />
      </button>
      <span className="muted hide-phone">/</span>
      <b className="clip">
        {edit ? (
          <button
            type="button"
            className="bar-title clip"
            title={t("rename")}
            onClick={() => document.querySelector<HTMLInputElement>(".title-input")?.select()}
          >
            {title}
          </button>
        ) : (
          title
        )}
      </b>
      <span className="caption muted saved" role="status" data-testid="saved">
        {savedWords}
      </span>
      {edit ? null : (
        <span className="caption muted role-note hide-phone">
          {t(role === "runner" ? "role-note-runner" : "role-note-viewer")}
        </span>
      )}
      <span className="grow" />
      <People />
      {old > 0 && canRun(role) ? (
        <button type="button" className="btn fill hide-phone" onClick={() => acts.run(null, "all")}>
          {t("run-out-of-date", { n: old })}
        </button>
      ) : null}
      {edit ? (
        <>
          <button type="button" className="btn line hide-phone" onClick={() => ui.set((before) => ({ ...before, share: true }))}>
            {t("share")}
          </button>
          <button
            type="button"
            className="btn line hide-phone"
            onClick={() => ui.set((before) => ({ ...before, publish: true }))}
          >
            {t("publish")}
          </button>
        </>
      ) : null}
      <button
        type="button"
        className="btn quiet dense hide-phone"
        aria-label={`${t("palette")} ${mac ? "⌘K" : "Ctrl K"}`}
        onClick={() => ui.set((before) => ({ ...before, palette: true }))}
      >
        {mac ? "⌘K" : "Ctrl K"}
      </button>
      <button
        type="button"
        className="btn icon hide-phone"
        aria-label={t("inspector")}
        title={t("inspector")}
        onClick={() =>
          ui.set((before) =>
            innerWidth >= 1440
              ? { ...before, inspector: !before.inspector }
              : { ...before, inspector: true, drawer: before.drawer === "inspector" ? null : "inspector" },
          )
        }
      >
        <Icon name="panel" />
      </button>
      <button
        type="button"
        className="btn icon"
        aria-label={t("more-for", { name: title })}
        aria-haspopup="menu"
        onClick={(event) => setMenu({ at: event.currentTarget, which: "more" })}
      >
        <Icon name="more" />
      </button>
      <Menu open={menu?.which === "lab"} anchorEl={menu?.at ?? null} onClose={() => setMenu(null)}>
        <MenuItem onClick={act(() => navigate("/"))}>{t("home")}</MenuItem>
        <MenuItem onClick={act(() => navigate("/files"))}>{t("data-sets")}</MenuItem>
        <MenuItem onClick={act(() => navigate("/runs"))}>{t("runs")}</MenuItem>
        <MenuItem onClick={act(() => navigate("/bin"))}>{t("bin")}</MenuItem>
        <MenuItem onClick={act(() => navigate("/lab"))}>{t("lab")}</MenuItem>
        <MenuItem onClick={act(() => navigate("/account"))}>{t("my-work")}</MenuItem>
        <MenuItem onClick={act(() => void signOut())}>{t("sign-out-of", { name: me.user.name })}</MenuItem>
      </Menu>
      <Menu open={menu?.which === "more"} anchorEl={menu?.at ?? null} onClose={() => setMenu(null)}>
        {/* An item that is hidden would get the focus, and the keyboard would be lost with it: only what is seen is there. */}
        {edit && phone ? (
          <MenuItem onClick={act(() => ui.set((before) => ({ ...before, share: true })))}>{t("share")}</MenuItem>
        ) : null}
        {edit && phone ? (
          <MenuItem onClick={act(() => ui.set((before) => ({ ...before, publish: true })))}>{t("publish")}</MenuItem>
        ) : null}
        {phone ? (
          <MenuItem onClick={act(() => ui.set((before) => ({ ...before, drawer: "inspector", inspector: true })))}>
            {t("inspector")}
          </MenuItem>
        ) : null}
        <MenuItem onClick={act(() => ui.set((before) => ({ ...before, history: true, publish: false })))}>
          {t("history")}
        </MenuItem>
        <MenuItem onClick={act(() => ui.set((before) => ({ ...before, keys: true })))}>{t("keys-list")}</MenuItem>
        <MenuItem
          component="a"
          href={`/api/v1/notebooks/${encodeURIComponent(open.id)}/export`}
          download
          onClick={() => setMenu(null)}
        >
          {t("export-notebook")}
        </MenuItem>
        <MenuItem onClick={act(() => void copyNotebook())}>{t("copy-notebook")}</MenuItem>
        {canRun(role) ? <MenuItem onClick={act(() => acts.run(null, "all"))}>{t("run-all")}</MenuItem> : null}
        {role === "owner" ? <MenuItem onClick={act(() => void binNotebook())}>{t("to-the-bin")}</MenuItem> : null}
      </Menu>
    </header>
  );
}

function People() {
  const { t } = useScreen();
  const { open, ui } = useNotebook();
  const people = useStore(open.people);
  const following = useUi((now) => now.following);
  const others = people.filter(
    (person, index) => !person.me && people.findIndex((found) => found.id === person.id && !found.me) === index,
  );
  if (others.length === 0) return null;
  return (
    <div className="people" role="group" aria-label={t("who-is-here")}>
      {others.slice(0, 4).map((person) => (
        <button
          key={person.client}
          type="button"
          className="avatar-button"
          aria-pressed={following === person.client}
          aria-label={t(following === person.client ? "stop-following" : "follow", { name: person.name })}
          title={t(following === person.client ? "stop-following" : "follow", { name: person.name })}
          onClick={() =>
            ui.set((before) => ({ ...before, following: before.following === person.client ? null : person.client }))
          }
        >
          <Avatar name={person.name} colour={person.colour} />
        </button>
      ))}
      {others.length > 4 ? <span className="caption muted">+{others.length - 4}</span> : null}
    </div>
  );
}

export function BottomBar() {
  const { t } = useScreen();
  const { ui, acts } = useNotebook();
  const edit = useCanEdit();
  const role = useRole();
  const old = useOutOfDate();
  return (
    <nav className="bottom-bar" aria-label={t("acts")}>
      <button type="button" onClick={() => ui.set((before) => ({ ...before, drawer: before.drawer === "rail" ? null : "rail" }))}>
        {t("outline")}
      </button>
      {edit ? (
        <button
          type="button"
          onClick={() =>
            ui.set((before) => ({ ...before, adding: { after: before.focused ?? acts.cells().at(-1)?.id ?? null } }))
          }
        >
          {t("add")}
        </button>
      ) : null}
      {canRun(role) ? (
        <button type="button" className={old > 0 ? "strong" : ""} onClick={() => acts.run(null, "all")}>
          {old > 0 ? t("run-n", { n: old }) : t("run")}
        </button>
      ) : null}
    </nav>
  );
}
