// A lab: its people and their roles, invitations by link, storage, and the record of what happened (audit).

import { type SyntheticEvent, useState } from "react";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { type Answer, api, useApi } from "../api/client.ts";
import type {
  AuditEntry,
  AuditHeadAnswer,
  AuditVerdictAnswer,
  LabInfo,
  LabRole,
  MemberChanged,
  NewInvitation,
} from "../api/answers.ts";
import { AskFirst } from "../app/AskFirst.tsx";
import { PageFrame } from "../app/PageFrame.tsx";
import { Avatar } from "../app/person.tsx";
import { toast, useMe, useScreen } from "../app/screen.tsx";
import { formatBytes } from "@genomecraft/cells/messages/format-bytes.ts";
import { Ago, Day } from "../app/time.tsx";
import { Link } from "../router/navigate.tsx";
import { CopyLink } from "../app/CopyLink.tsx";
import { say, type WordKey, words } from "../words/words.ts";
import { LabChoice } from "./HomePage.tsx";
import { useLab } from "../app/use-lab.ts";
import { LabComputePanel } from "./LabComputePanel.tsx";

const roles: readonly LabRole[] = ["owner", "admin", "member"];

export function LabPage({ tab }: { readonly tab: string | null }) {
  const { t } = useScreen();
  const { lab } = useLab();
  if (!lab) return <PageFrame title={t("lab")}>{t("no-lab")}</PageFrame>;
  const manages = lab.role !== "member";
  const here = manages && (tab === "audit" || tab === "compute") ? tab : "people";
  return (
    <PageFrame title={lab.name} actions={<LabChoice label={t("lab")} />}>
      <nav className="tabs" aria-label={t("lab")} style={{ padding: 0 }}>
        <Link to="/lab" aria-current={here === "people" ? "page" : undefined}>
          {t("people")}
        </Link>
        {manages ? (
          <>
            <Link to="/lab/compute" aria-current={here === "compute" ? "page" : undefined}>
              {t("compute")}
            </Link>
            <Link to="/lab/audit" aria-current={here === "audit" ? "page" : undefined}>
              {t("audit")}
            </Link>
          </>
        ) : null}
      </nav>
      {here === "audit" ? (
        <Audit lab={lab.id} />
      ) : here === "compute" ? (
        <LabComputePanel key={lab.id} lab={lab.id} />
      ) : (
        <People lab={lab.id} manages={manages} />
      )}
    </PageFrame>
  );
}

function People({ lab, manages }: { readonly lab: string; readonly manages: boolean }) {
  const { t, locale, reloadMe } = useScreen();
  const me = useMe();
  const base = `/labs/${encodeURIComponent(lab)}`;
  const found = useApi<LabInfo>(base);
  const [made, setMade] = useState<NewInvitation | null>(null);
  const done = async (asked: Promise<{ readonly ok: boolean; readonly error?: { readonly message: string } }>): Promise<void> => {
    const answer = await asked;
    if (!answer.ok) toast(answer.error?.message ?? "", { wrong: true });
    found.reload();
  };
  /** Says what ended with a member's right to make it. */
  const change = async (asked: Promise<Answer<MemberChanged>>): Promise<void> => {
    const answer = await asked;
    await done(Promise.resolve(answer));
    if (!answer.ok) return;
    const { invitations, kernels } = answer.value.ended;
    if (invitations > 0) toast(t("ended-invitations", { n: invitations }));
    if (kernels > 0) toast(t("ended-kernels", { n: kernels }));
  };
  const invite = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const email = String(data.get("email") ?? "").trim();
    const answer = await api.post<NewInvitation>(`${base}/invitations`, { role: data.get("role"), ...(email ? { email } : {}) });
    if (!answer.ok) {
      toast(answer.error.message, { wrong: true });
      return;
    }
    setMade(answer.value);
    form.reset();
    found.reload();
  };
  const info = found.value;
  if (!info) return <p className="muted">{found.error?.message ?? t("opening")}</p>;
  return (
    <>
      <ul className="list" aria-label={t("people")}>
        {info.members.map(({ user, role, joinedAt }) => (
          <li key={user.id}>
            <Avatar name={user.name} />
            <span className="grow" style={{ minWidth: 0 }}>
              <b>{user.name}</b> <span className="muted">{user.email}</span>
            </span>
            <span className="caption muted hide-phone">
              {t("since")} <Day at={joinedAt} />
            </span>
            {manages && user.id !== me.user.id ? (
              <>
                <select
                  className="input dense"
                  style={{ width: "auto" }}
                  aria-label={t("role-of", { name: user.name })}
                  value={role}
                  onChange={(event) =>
                    void change(api.patch(`${base}/members/${encodeURIComponent(user.id)}`, { role: event.currentTarget.value }))
                  }
                >
                  {roles.map((item) => (
                    <option key={item} value={item}>
                      {t(`lab-role-${item}`)}
                    </option>
                  ))}
                </select>
                <AskFirst
                  label={t("remove-member", { name: user.name })}
                  className="btn icon"
                  asks={t("remove-member-asks", { name: user.name })}
                  act={t("remove")}
                  onYes={() => void change(api.delete(`${base}/members/${encodeURIComponent(user.id)}`))}
                >
                  ✕
                </AskFirst>
              </>
            ) : (
              <span className="muted">{t(`lab-role-${role}`)}</span>
            )}
          </li>
        ))}
      </ul>
      {manages ? (
        <section className="stack">
          <h2>{t("invite")}</h2>
          <form className="row wrap" onSubmit={(event) => void invite(event)}>
            <input
              className="input"
              type="email"
              name="email"
              placeholder={t("email-optional")}
              aria-label={t("email-optional")}
              style={{ flex: "1 1 240px", width: "auto" }}
            />
            <select className="input" name="role" defaultValue="member" aria-label={t("role")} style={{ width: "auto" }}>
              {roles.slice(1).map((item) => (
                <option key={item} value={item}>
                  {t(`lab-role-${item}`)}
                </option>
              ))}
            </select>
            <button type="submit" className="btn fill">
              {t("make-invitation")}
            </button>
          </form>
          {made ? <CopyLink url={made.url} mailed={made.mailed} /> : null}
          {info.invitations.length > 0 ? (
            <ul className="list" aria-label={t("open-invitations")}>
              {info.invitations.map((item) => (
                <li key={item.id}>
                  <span className="grow clip">
                    {item.email ?? t("anyone-with-link")} · {t(`lab-role-${item.role}`)}
                    <span className="muted">
                      {" · "}
                      {t("until")} <Day at={item.expiresAt} />
                    </span>
                  </span>
                  <button
                    type="button"
                    className="btn quiet dense"
                    onClick={() => void done(api.delete(`${base}/invitations/${encodeURIComponent(item.id)}`))}
                  >
                    {t("take-back")}
                  </button>
                </li>
              ))}
            </ul>
          ) : null}
        </section>
      ) : null}
      {manages ? (
        <section className="stack">
          <h2>{t("lab-settings")}</h2>
          <form
            className="row wrap"
            style={{ maxWidth: 480 }}
            onSubmit={(event) => {
              event.preventDefault();
              const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
              void done(api.patch(base, { name })).then(() => reloadMe());
            }}
          >
            <label className="field grow">
              <span>{t("name-of-lab")}</span>
              <input className="input" name="name" defaultValue={info.name} required maxLength={120} />
            </label>
            <button type="submit" className="btn line" style={{ alignSelf: "end" }}>
              {t("save")}
            </button>
          </form>
          <form
            className="stack"
            style={{ maxWidth: 480, gap: 4 }}
            onSubmit={(event) => {
              event.preventDefault();
              const smallGroups = Number(new FormData(event.currentTarget).get("smallGroups"));
              void done(api.patch(base, { smallGroups }));
            }}
          >
            <div className="row">
              <label className="field grow">
                <span>{t("small-groups-setting")}</span>
                <input
                  className="input"
                  type="number"
                  name="smallGroups"
                  defaultValue={info.smallGroups}
                  required
                  min={0}
                  max={1000}
                  step={1}
                />
              </label>
              <button type="submit" className="btn line" style={{ alignSelf: "end" }}>
                {t("save")}
              </button>
            </div>
            <p className="caption muted">{t("small-groups-setting-line")}</p>
          </form>
        </section>
      ) : null}
      <p className="caption muted">{t("storage-used", { size: formatBytes(info.storageBytes, locale) })}</p>
    </>
  );
}

/** What an entry of the record says happened; one that this release has no words for stands as it was written. */
const didWords = (action: string, locale: Locale): string =>
  `did-${action}` in words[locale] ? say(`did-${action}` as WordKey, {}, locale) : action;

function Audit({ lab }: { readonly lab: string }) {
  const { t, locale } = useScreen();
  const [pages, setPages] = useState<readonly AuditEntry[]>([]);
  const first = useApi<{ readonly entries: readonly AuditEntry[] }>(`/labs/${encodeURIComponent(lab)}/audit?limit=50`, 10_000);
  const [verdict, setVerdict] = useState<string | null>(null);
  const entries = [...(first.value?.entries ?? []), ...pages];
  const more = async (): Promise<void> => {
    const last = entries.at(-1);
    if (!last) return;
    const answer = await api.get<{ readonly entries: readonly AuditEntry[] }>(
      `/labs/${encodeURIComponent(lab)}/audit?before=${last.id}&limit=50`,
    );
    if (answer.ok) setPages([...pages, ...answer.value.entries]);
  };
  const verify = async (): Promise<void> => {
    const answer = await api.get<AuditVerdictAnswer>(`/labs/${encodeURIComponent(lab)}/audit/verify`);
    if (!answer.ok) setVerdict(answer.error.message);
    else if (answer.value.intact) setVerdict(t("audit-intact", { n: answer.value.sealed, open: answer.value.unsealed }));
    else setVerdict(t("audit-broken", { what: answer.value.breaks.map(inWords).join(", ") }));
  };
  const inWords = ({ what, place }: AuditVerdictAnswer["breaks"][number]): string =>
    place === null ? t(`audit-${what}`) : t("audit-broken-at", { what: t(`audit-${what}`), place });
  const save = async (): Promise<void> => {
    const answer = await api.get<AuditHeadAnswer>(`/labs/${encodeURIComponent(lab)}/audit/head`);
    if (!answer.ok) return setVerdict(answer.error.message);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${answer.value.head ?? ""}\n`], { type: "text/plain" }));
    link.download = `${lab}-${new Date().toISOString().slice(0, 10)}.head.txt`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <>
      <div className="row wrap">
        <p className="muted" style={{ flex: "1 1 260px" }}>
          {t("audit-words")}
        </p>
        <button type="button" className="btn line" onClick={() => void verify()}>
          {t("audit-check")}
        </button>
        <button type="button" className="btn line" title={t("audit-save-title")} onClick={() => void save()}>
          {t("audit-save")}
        </button>
      </div>
      {verdict ? (
        <p className="notice plain" role="status">
          {verdict}
        </p>
      ) : null}
      <div className="card scroll-x" tabIndex={0} role="region" aria-label={t("audit")}>
        <table className="grid-table record">
          <thead>
            <tr>
              <th scope="col">{t("when")}</th>
              <th scope="col">{t("who")}</th>
              <th scope="col">{t("did")}</th>
              <th scope="col">{t("to-what")}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <td style={{ whiteSpace: "nowrap" }}>
                  <Ago at={entry.at} />
                </td>
                <td>{entry.user?.name ?? t("the-server")}</td>
                <td title={entry.action}>
                  {didWords(entry.action, locale)}
                  {entry.genuine ? null : <b> · {t("audit-not-ours")}</b>}
                </td>
                <td title={`${entry.target} ${JSON.stringify(entry.detail)}`}>{entry.name ?? ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {entries.length >= 50 ? (
        <button type="button" className="btn line" onClick={() => void more()}>
          {t("older")}
        </button>
      ) : null}
    </>
  );
}
