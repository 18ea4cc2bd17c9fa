// Who may do what in a notebook: people, labs and links; and what other labs may see of each data set it reads.

import Dialog from "@mui/material/Dialog";
import { type SyntheticEvent, useState } from "react";
import { api, useApi } from "../api/client.ts";
import type { Access, NewLink, NotebookRole } from "../api/answers.ts";
import { toast, useMe, useScreen } from "../app/screen.tsx";
import { Day } from "../app/time.tsx";
import { useNotebook } from "../desk/notebook-context.tsx";
import { CopyButton } from "../app/CopyButton.tsx";
import { CopyLink } from "../app/CopyLink.tsx";
import { DataRights, type Guest } from "./DataRights.tsx";
import { InvitedSee } from "./InvitedSee.tsx";
import { LetIn } from "./LetIn.tsx";
import { RoleField } from "./RoleField.tsx";
import { Released } from "./Released.tsx";
import { SeenAtOnce } from "./SeenAtOnce.tsx";

const rolesOfLinks: readonly NotebookRole[] = ["editor", "runner", "viewer"];

export function ShareDialog({ onClose }: { onClose(): void }) {
  const { t } = useScreen();
  const me = useMe();
  const { open, info } = useNotebook();
  const base = `/notebooks/${encodeURIComponent(open.id)}`;
  const access = useApi<Access>(`${base}/access`);
  const [role, setRole] = useState<NotebookRole>("editor");
  const [linkRole, setLinkRole] = useState<"editor" | "runner" | "viewer">("editor");
  const [made, setMade] = useState<NewLink | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const [keptBack, setKeptBack] = useState<ReadonlySet<string>>(new Set());
  const found = access.value;
  const mine = (found?.datasets ?? []).filter(({ mayGrant, inBin }) => mayGrant && !inBin).map(({ dataset }) => dataset);
  const results = mine.map(({ id }) => id).filter((id) => !keptBack.has(id));
  const done = async (asked: Promise<{ readonly ok: boolean; readonly error?: { readonly message: string } }>): Promise<void> => {
    const answer = await asked;
    if (!answer.ok) toast(answer.error?.message ?? "", { wrong: true });
    access.reload();
  };
  const invite = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const who = String(new FormData(form).get("who") ?? "").trim();
    if (who === "") return;
    const lab = me.labs.find((found) => found.name.toLowerCase() === who.toLowerCase());
    setAsked(null);
    void done(
      api.put(`${base}/access`, { ...(lab ? { lab: lab.id } : { email: who }), role, results }).then((answer) => {
        if (answer.ok) {
          form.reset();
          if (!lab) setAsked(who);
        }
        return answer;
      }),
    );
  };
  const makeLink = async (): Promise<void> => {
    const answer = await api.post<NewLink>(`${base}/links`, { role: linkRole, expiresInDays: 30, results });
    if (!answer.ok) toast(answer.error.message, { wrong: true });
    else {
      setMade(answer.value);
      access.reload();
    }
  };
  const remove = (id: string): void => void done(api.delete(`${base}/access/${encodeURIComponent(id)}`));
  const guests: readonly Guest[] = [
    ...(found?.people ?? []).map(({ id, user, results, own }) => ({ id, name: user.name, results, own })),
    ...(found?.awaited ?? []).map(({ id, email, results }) => ({ id, name: email, results, own: [] })),
    ...(found?.labs ?? []).map(({ id, lab, results, own }) => ({ id, name: lab.name, results, own })),
    ...(found?.links ?? []).map(({ id, role, results }) => ({
      id,
      name: t("by-link-as", { role: t(`role-${role}`) }),
      results,
      own: [],
    })),
  ];
  const labs = [
    ...new Map(
      [info.lab, ...(found?.labs ?? []).map((row) => row.lab), ...(found?.guests ?? []), ...me.labs].map((lab) => [lab.id, lab]),
    ).values(),
  ];
  const nobody = found !== null && found.people.length + found.awaited.length + found.labs.length + found.links.length === 0;

  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="share-title">
      <div className="dialog-body">
        <div className="row">
          <h2 id="share-title" className="grow">
            {t("share-title", { title: info.title })}
          </h2>
          <button type="button" className="btn icon" aria-label={t("close")} onClick={onClose}>
            ✕
          </button>
        </div>
        {access.error ? <p className="notice failed">{access.error.message}</p> : null}
        <form className="row wrap" onSubmit={invite}>
          <input
            className="input"
            style={{ flex: "1 1 200px", width: "auto" }}
            name="who"
            placeholder={t("person-or-lab")}
            aria-label={t("person-or-lab")}
            list="share-labs"
            required
          />
          <datalist id="share-labs">
            {me.labs.map((lab) => (
              <option key={lab.id} value={lab.name} />
            ))}
          </datalist>
          <RoleField value={role} name={t("the-invited")} onChange={setRole} />
          <button type="submit" className="btn fill">
            {t("give-access")}
          </button>
        </form>
        {mine.length > 0 ? (
          <>
            <InvitedSee datasets={mine} keptBack={keptBack} onChange={setKeptBack} />
            <SeenAtOnce datasets={results} />
          </>
        ) : found && found.datasets.length > 0 ? (
          <p className="caption muted">
            {t("none-yours-to-show", { labs: [...new Set(found.datasets.map(({ dataset }) => dataset.lab.name))] })}
          </p>
        ) : null}
        {asked ? (
          <p className="notice plain" role="status">
            {t("access-asked", { email: asked })}
          </p>
        ) : null}
        {nobody ? <p className="caption muted">{t("only-the-lab", { lab: info.lab.name })}</p> : null}
        {found ? (
          <LetIn
            access={found}
            onRole={(guest, next) => void done(api.put(`${base}/access`, { ...guest, role: next }))}
            onRemove={remove}
          />
        ) : null}
        <section className="stack">
          <div className="row wrap">
            <h3 style={{ flex: "1 1 200px" }}>{t("invite-by-link")}</h3>
            <RoleField
              value={linkRole}
              name={t("invite-by-link")}
              offered={rolesOfLinks}
              onChange={(next) => setLinkRole(next as "editor")}
            />
            <button type="button" className="btn line" onClick={() => void makeLink()}>
              {t("make-link")}
            </button>
          </div>
          {made ? <CopyLink url={made.url} /> : null}
          {found && found.links.length > 0 ? (
            <ul className="list">
              {found.links.map((row) => (
                <li key={row.id}>
                  <span className="grow clip">
                    {t(`role-${row.role}`)}
                    {row.expiresAt ? (
                      <span className="muted">
                        {" · "}
                        {t("until")} <Day at={row.expiresAt} />
                      </span>
                    ) : null}
                  </span>
                  <CopyButton
                    className="btn line dense"
                    text={row.url}
                    label={t("by-link-as", { role: t(`role-${row.role}`) })}
                  />
                  <button
                    type="button"
                    className="btn quiet dense"
                    onClick={() => {
                      if (row.id === made?.id) setMade(null);
                      remove(row.id);
                    }}
                  >
                    {t("take-link-back")}
                  </button>
                </li>
              ))}
            </ul>
          ) : null}
        </section>
        <Released />
        {found && found.datasets.length > 0 ? (
          <DataRights notebook={open.id} datasets={found.datasets} labs={labs} guests={guests} done={done} />
        ) : null}
      </div>
    </Dialog>
  );
}
