// Sign in, or make an account: by address and password, or, where mail is set up, by a link that is mailed to the address. So
// is a password replaced that was forgotten.

import { type SyntheticEvent, useState } from "react";
import type { SignUpWays } from "../api/answers.ts";
import { api, useApi } from "../api/client.ts";
import { BrandMark } from "../app/PageFrame.tsx";
import { Refusal } from "../app/Refusal.tsx";
import { useScreen } from "../app/screen.tsx";
import { navigate } from "../router/navigate.tsx";

type Mode = "in" | "up" | "forgot";

export function SignInPage({
  next,
  embedded,
  invitation,
}: {
  readonly next: string | null;
  readonly embedded?: boolean;
  /** What lets somebody make an account: the last part of an invitation's or a link's address. */
  readonly invitation?: string;
}) {
  const { t, reloadMe } = useScreen();
  const found = useApi<SignUpWays>("/sign-up");
  const ways = found.value;
  // Whoever was invited has no account yet, mostly; who has one is a click away.
  const [mode, setMode] = useState<Mode>(invitation === undefined ? "in" : "up");
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  const byMail = mode === "forgot" || (mode === "up" && ways?.byMail === true);

  const turnTo = (to: Mode): void => {
    setMode(to);
    setWrong(null);
    setAsked(null);
  };

  const submit = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get("email") ?? "").trim();
    const password = String(form.get("password") ?? "");
    const name = String(form.get("name") ?? "").trim();
    setBusy(true);
    setWrong(null);
    setAsked(null);
    const answer =
      mode === "forgot"
        ? await api.post("/forgotten-password", { email })
        : byMail
          ? await api.post("/sign-up", { email, invitation })
          : mode === "in"
            ? await api.tell("/api/auth/sign-in/email", { email, password })
            : await api.tell("/api/auth/sign-up/email", { email, password, name, invitation });
    setBusy(false);
    if (!answer.ok) {
      const { status } = answer.error;
      setWrong(mode === "in" && (status === 401 || status === 400) ? t("sign-in-wrong") : answer.error.message);
      return;
    }
    if (byMail) return setAsked(t(mode === "forgot" ? "forgot-asked" : "sign-up-asked", { email }));
    await reloadMe();
    if (!embedded) navigate(next ?? "/", { replace: true });
  };

  // Which form it is, is not known for a moment.
  const isKnown = mode === "in" || ways !== null || found.error !== null;
  const body = (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <h1>{t(mode === "in" ? "sign-in" : mode === "up" ? "sign-up" : "confirm-password")}</h1>
      {byMail ? <p className="muted">{t(mode === "forgot" ? "forgot-password-words" : "sign-up-by-mail-words")}</p> : null}
      {mode === "up" && !byMail && isKnown ? (
        <label className="field">
          <span>{t("name")}</span>
          <input className="input" name="name" autoComplete="name" required maxLength={100} />
        </label>
      ) : null}
      <label className="field">
        <span>{t("email")}</span>
        <input className="input" name="email" type="email" autoComplete="email" required />
      </label>
      {byMail || !isKnown ? null : (
        <label className="field">
          <span>{t("password")}</span>
          <input
            className="input"
            name="password"
            type="password"
            autoComplete={mode === "in" ? "current-password" : "new-password"}
            required
            minLength={mode === "up" ? 10 : undefined}
          />
          {mode === "up" ? <span className="caption">{t("password-rule")}</span> : null}
        </label>
      )}
      {wrong ? <Refusal>{wrong}</Refusal> : null}
      {asked ? (
        <div className="notice plain stack" role="status">
          <p>{asked}</p>
          <p className="caption">{t("nothing-came")}</p>
        </div>
      ) : null}
      <button type="submit" className="btn fill" disabled={busy || !isKnown} aria-busy={busy}>
        {byMail ? t("send-me-link") : mode === "in" ? t("sign-in") : t("sign-up")}
      </button>
      {mode === "in" && ways?.byMail ? (
        <button type="button" className="btn quiet" onClick={() => turnTo("forgot")}>
          {t("forgot-password")}
        </button>
      ) : null}
      <button type="button" className="btn quiet" onClick={() => turnTo(mode === "in" ? "up" : "in")}>
        {t(mode === "in" ? "no-account-yet" : mode === "up" ? "have-account" : "back-to-sign-in")}
      </button>
    </form>
  );
  if (embedded) return body;
  return (
    <main id="main" className="centre">
      <div className="sign-in">
        <BrandMark />
        <div className="card">{body}</div>
      </div>
    </main>
  );
}
