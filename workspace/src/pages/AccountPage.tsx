// One's account: my work, profile (name, language, theme, letters), keys for programs, sessions.

import { type SyntheticEvent, useState } from "react";
import { formatNumber } from "@genomecraft/cells/messages/translate.ts";
import { api, useApi } from "../api/client.ts";
import type { KeyRow, MyWork, NewKeyAnswer, NotebookRow, PublicationRow, SessionRow } from "../api/answers.ts";
import { CopyButton } from "../app/CopyButton.tsx";
import { PageFrame } from "../app/PageFrame.tsx";
import { toast, useMe, useScreen } from "../app/screen.tsx";
import { formatBytes } from "@genomecraft/cells/messages/format-bytes.ts";
import { Ago } from "../app/time.tsx";
import { lettersOff } from "../app/letters.ts";
import { Link } from "../router/navigate.tsx";
import { PasswordForm } from "./PasswordForm.tsx";

const tabs = ["work", "profile", "keys", "sessions"] as const;

export function AccountPage({ tab }: { readonly tab: string | null }) {
  const { t } = useScreen();
  const me = useMe();
  const here = tabs.find((name) => name === tab) ?? "work";
  return (
    <PageFrame title={me.user.name}>
      <nav className="tabs" aria-label={t("account")} style={{ padding: 0 }}>
        {tabs.map((name) => (
          <Link
            key={name}
            to={name === "work" ? "/account" : `/account/${name}`}
            aria-current={here === name ? "page" : undefined}
          >
            {t(`account-${name}`)}
          </Link>
        ))}
      </nav>
      {here === "work" ? <Work /> : here === "profile" ? <Profile /> : here === "keys" ? <Keys /> : <Sessions />}
    </PageFrame>
  );
}

function Work() {
  const { t, locale } = useScreen();
  const work = useApi<MyWork>("/me/work");
  const me = useMe();
  const notebooks = useApi<{ readonly notebooks: readonly NotebookRow[] }>("/notebooks");
  const dashboards = useApi<{ readonly publications: readonly PublicationRow[] }>("/publications");
  const mine = (dashboards.value?.publications ?? []).filter((row) => row.by.id === me.user.id);
  const found = work.value;
  const tiles = found
    ? ([
        [formatNumber(found.notebooks, locale), t("work-notebooks", { n: found.notebooks }), "/"],
        [formatNumber(found.runs, locale), t("work-runs", { n: found.runs }), "/runs"],
        [formatNumber(found.files, locale), t("work-files", { n: found.files }), "/files"],
        [formatNumber(found.dashboards, locale), t("work-dashboards", { n: found.dashboards }), "/account#dashboards"],
        [formatBytes(found.storageBytes, locale), t("work-storage"), "/files"],
      ] as const)
    : [];
  return (
    <>
      {work.error ? <p className="notice failed">{work.error.message}</p> : null}
      <div className="tallies">
        {tiles.map(([value, of, to]) => (
          <Link key={of} to={to} className="card">
            <b>{value}</b>
            <span className="caption muted">{of}</span>
          </Link>
        ))}
      </div>
      <section className="stack">
        <h2>{t("notebooks")}</h2>
        <ul className="list" aria-label={t("notebooks")}>
          {(notebooks.value?.notebooks ?? []).map((row) => (
            <li key={row.id}>
              <Link className="main grow clip" to={`/n/${row.id}`}>
                {row.title}
              </Link>
              <span className="muted hide-phone">{row.lab.name}</span>
              <span className="caption muted">
                <Ago at={row.updatedAt} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      {mine.length > 0 ? (
        <section className="stack" id="dashboards">
          <h2>{t("dashboards")}</h2>
          <ul className="list" aria-label={t("dashboards")}>
            {mine.map((row) => (
              <li key={row.id}>
                <Link className="main grow clip" to={`/d/${row.slug}`}>
                  {row.title}
                </Link>
                <span className="muted" style={{ whiteSpace: "nowrap" }}>
                  {t("version-n", { n: row.version })}
                  {row.withdrawnAt === null ? "" : ` · ${t("withdrawn")}`}
                  {row.inBin ? ` · ${t("in-bin-with-notebook")}` : ""}
                </span>
                <span className="caption muted">
                  <Ago at={row.publishedAt} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Profile() {
  const { t, locale, reloadMe } = useScreen();
  const me = useMe();
  const [letters, setLetters] = useState(!lettersOff());
  const change = async (body: object): Promise<void> => {
    const answer = await api.patch("/me", body);
    if (!answer.ok) toast(answer.error.message, { wrong: true });
    else await reloadMe();
  };
  return (
    <div className="stack" style={{ maxWidth: 480, gap: 16 }}>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          void change({ name: String(new FormData(event.currentTarget).get("name") ?? "").trim() });
        }}
      >
        <label className="field grow">
          <span>{t("name")}</span>
          <input className="input" name="name" defaultValue={me.user.name} required maxLength={120} />
        </label>
        <button type="submit" className="btn line" style={{ alignSelf: "end" }}>
          {t("save")}
        </button>
      </form>
      <label className="field">
        <span>{t("email")}</span>
        <input className="input" value={me.user.email} readOnly />
      </label>
      <label className="field">
        <span>{t("language")}</span>
        <select
          className="input"
          value={me.user.locale ?? locale}
          onChange={(event) => void change({ locale: event.currentTarget.value })}
        >
          <option value="en" lang="en">
            English
          </option>
          <option value="ru" lang="ru">
            Русский
          </option>
        </select>
      </label>
      <label className="field">
        <span>{t("theme")}</span>
        <select className="input" value={me.user.theme} onChange={(event) => void change({ theme: event.currentTarget.value })}>
          <option value="system">{t("theme-system")}</option>
          <option value="light">{t("theme-light")}</option>
          <option value="dark">{t("theme-dark")}</option>
        </select>
      </label>
      <label className="row">
        <input
          type="checkbox"
          checked={letters}
          onChange={(event) => {
            setLetters(event.currentTarget.checked);
            localStorage.setItem("genomecraft:letters", event.currentTarget.checked ? "on" : "off");
          }}
        />
        {t("letters-as-commands")}
      </label>
      <PasswordForm />
    </div>
  );
}

function Keys() {
  const { t } = useScreen();
  const keys = useApi<{ readonly keys: readonly KeyRow[] }>("/keys");
  const [made, setMade] = useState<string | null>(null);
  const make = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const days = Number(data.get("days"));
    const answer = await api.post<NewKeyAnswer>("/keys", {
      name: String(data.get("name") ?? "").trim(),
      ...(days > 0 ? { expiresInDays: days } : {}),
    });
    if (!answer.ok) {
      toast(answer.error.message, { wrong: true });
      return;
    }
    setMade(answer.value.key);
    form.reset();
    keys.reload();
  };
  return (
    <>
      <p className="muted">{t("keys-words")}</p>
      <form className="row wrap" onSubmit={(event) => void make(event)}>
        <input
          className="input grow"
          name="name"
          placeholder={t("key-name")}
          aria-label={t("key-name")}
          required
          maxLength={80}
          style={{ minWidth: 180 }}
        />
        <select className="input" name="days" aria-label={t("valid-for")} defaultValue="90" style={{ width: "auto" }}>
          <option value="30">{t("n-days", { n: 30 })}</option>
          <option value="90">{t("n-days", { n: 90 })}</option>
          <option value="365">{t("n-days", { n: 365 })}</option>
        </select>
        <button type="submit" className="btn fill">
          {t("make-key")}
        </button>
      </form>
      {made ? (
        <div className="notice plain stack" role="status">
          <span>{t("key-once")}</span>
          <div className="row">
            <input
              className="input mono grow"
              readOnly
              value={made}
              aria-label={t("the-key")}
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopyButton label={t("the-key")} text={made} />
          </div>
        </div>
      ) : null}
      {(keys.value?.keys.length ?? 0) > 0 ? (
        <ul className="list">
          {keys.value?.keys.map((row) => (
            <li key={row.id}>
              <span className="grow clip">
                <b>{row.name}</b> <span className="mono muted">{row.start}…</span>
              </span>
              <span className="caption muted">
                {row.lastUsedAt ? (
                  <>
                    {t("last-used")} <Ago at={row.lastUsedAt} />
                  </>
                ) : (
                  t("never-used")
                )}
              </span>
              <button
                type="button"
                className="btn quiet dense"
                onClick={() => void api.delete(`/keys/${encodeURIComponent(row.id)}`).then(keys.reload)}
              >
                {t("take-back")}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="empty">{t("no-keys")}</p>
      )}
    </>
  );
}

function Sessions() {
  const { t } = useScreen();
  const found = useApi<{ readonly sessions: readonly SessionRow[] }>("/sessions");
  return (
    <ul className="list" aria-label={t("account-sessions")}>
      {(found.value?.sessions ?? []).map((row) => (
        <li key={row.id}>
          <span className="grow clip" title={row.userAgent}>
            {browserOf(row.userAgent)} <span className="muted">{row.ipAddress}</span>
            {row.current ? <b> · {t("this-one")}</b> : null}
          </span>
          <span className="caption muted">
            <Ago at={row.lastSeenAt} />
          </span>
          {row.current ? null : (
            <button
              type="button"
              className="btn quiet dense"
              onClick={() => void api.delete(`/sessions/${encodeURIComponent(row.id)}`).then(found.reload)}
            >
              {t("sign-it-out")}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** "Firefox, Linux" out of what a browser says of itself. */
export function browserOf(agent: string): string {
  const name = /Edg\//.test(agent)
    ? "Edge"
    : /Firefox\//.test(agent)
      ? "Firefox"
      : /Chrome\//.test(agent)
        ? "Chrome"
        : /Safari\//.test(agent)
          ? "Safari"
          : (agent.split(/[\s/]/)[0] ?? "");
  const system = /Android/.test(agent)
    ? "Android"
    : /iPhone|iPad/.test(agent)
      ? "iOS"
      : /Windows/.test(agent)
        ? "Windows"
        : /Mac OS/.test(agent)
          ? "macOS"
          : /Linux/.test(agent)
            ? "Linux"
            : "";
  return [name, system].filter(Boolean).join(", ") || "–";
}
