// What a mailed link opens: an account to be made, an address to be confirmed, a password to be replaced. Opening it does
// nothing by itself; programs that look into letters open it, too.

import { type SyntheticEvent, useState } from "react";
import { api, useApi } from "../api/client.ts";
import type { MailedLinkAnswer } from "../api/answers.ts";
import { BrandMark } from "../app/PageFrame.tsx";
import { Refusal } from "../app/Refusal.tsx";
import { useScreen } from "../app/screen.tsx";
import { Link, navigate } from "../router/navigate.tsx";
import { PasswordFields } from "./PasswordFields.tsx";

export function ConfirmPage({ token, next }: { readonly token: string; readonly next: string | null }) {
  const { t, reloadMe } = useScreen();
  const base = `/mailed-links/${encodeURIComponent(token)}`;
  const found = useApi<MailedLinkAnswer>(base);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [isProved, setIsProved] = useState(false);
  const link = found.value;

  const submit = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (!link) return;
    const data = new FormData(event.currentTarget);
    const said = (name: string): string | undefined => (data.has(name) ? String(data.get(name)) : undefined);
    const password = said("password");
    setWrong(null);
    if (link.purpose === "password" && password !== said("again")) return setWrong(t("password-differs"));
    setBusy(true);
    const answer =
      link.purpose === "sign-up"
        ? await api.post(`${base}/account`, { name: (said("name") ?? "").trim(), password })
        : link.purpose === "password"
          ? await api.post(`${base}/password`, { password, keys: said("keys") ?? "keep" })
          : await api.post(`${base}/address`);
    setBusy(false);
    if (!answer.ok) return setWrong(answer.error.message);
    if (link.purpose === "verify") return setIsProved(true);
    await reloadMe();
    navigate(next ?? "/", { replace: true });
  };

  return (
    <main id="main" className="centre">
      <div className="sign-in">
        <BrandMark />
        <div className="card stack">
          {isProved ? (
            <>
              <p className="notice plain" role="status">
                {t("confirm-done")}
              </p>
              <Link className="btn fill" to="/sign-in">
                {t("sign-in")}
              </Link>
            </>
          ) : link ? (
            <form className="stack" onSubmit={(event) => void submit(event)}>
              <h1>{t(`confirm-${link.purpose}`)}</h1>
              <p className="muted">{t(`confirm-${link.purpose}-words`, { email: link.email })}</p>
              {link.purpose === "sign-up" ? (
                <>
                  <label className="field">
                    <span>{t("name")}</span>
                    <input className="input" name="name" autoComplete="name" required maxLength={120} />
                  </label>
                  {/* By which a password manager keeps the password. */}
                  <input hidden readOnly type="email" autoComplete="username" value={link.email} />
                  <label className="field">
                    <span>{t("password")}</span>
                    <input
                      className="input"
                      name="password"
                      type="password"
                      autoComplete="new-password"
                      required
                      minLength={10}
                    />
                    <span className="caption">{t("password-rule")}</span>
                  </label>
                </>
              ) : link.purpose === "password" ? (
                <>
                  <input hidden readOnly type="email" autoComplete="username" value={link.email} />
                  <PasswordFields keys={link.keys} />
                </>
              ) : null}
              {wrong ? <Refusal>{wrong}</Refusal> : null}
              <button type="submit" className="btn fill" disabled={busy} aria-busy={busy}>
                {t(link.purpose === "sign-up" ? "sign-up" : link.purpose === "password" ? "password-set" : "confirm-yes")}
              </button>
            </form>
          ) : found.error ? (
            <>
              <h1>{t("confirm-gone")}</h1>
              <p role="status">{found.error.message}</p>
              <Link className="btn fill" to={next === null ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`}>
                {t("sign-in")}
              </Link>
            </>
          ) : (
            <p role="status">{t("opening")}</p>
          )}
        </div>
      </div>
    </main>
  );
}
