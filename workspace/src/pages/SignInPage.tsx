// Sign in, or make an account: address and password, nothing else.

import { type SyntheticEvent, useState } from "react";
import { api } from "../api/client.ts";
import { BrandMark } from "../app/PageFrame.tsx";
import { useScreen } from "../app/screen.tsx";
import { navigate } from "../router/navigate.tsx";

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
  // Whoever was invited has no account yet, mostly; who has one is a click away.
  const [mode, setMode] = useState<"in" | "up">(invitation === undefined ? "in" : "up");
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get("email") ?? "").trim();
    const password = String(form.get("password") ?? "");
    const name = String(form.get("name") ?? "").trim();
    setBusy(true);
    setWrong(null);
    const answer =
      mode === "in"
        ? await api.tell("/api/auth/sign-in/email", { email, password })
        : await api.tell("/api/auth/sign-up/email", { email, password, name, invitation });
    setBusy(false);
    if (!answer.ok) {
      const { status } = answer.error;
      setWrong(mode === "in" && (status === 401 || status === 400) ? t("sign-in-wrong") : answer.error.message);
      return;
    }
    await reloadMe();
    if (!embedded) navigate(next ?? "/", { replace: true });
  };

  const body = (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <h1>{mode === "in" ? t("sign-in") : t("sign-up")}</h1>
      {mode === "up" ? (
        <label className="field">
          <span>{t("name")}</span>
          <input className="input" name="name" autoComplete="name" required maxLength={100} />
        </label>
      ) : null}
      <label className="field">
        <span>{t("email")}</span>
        <input className="input" name="email" type="email" autoComplete="email" required />
      </label>
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
      {wrong ? (
        <p className="notice failed" role="alert">
          {wrong}
        </p>
      ) : null}
      <button type="submit" className="btn fill" disabled={busy} aria-busy={busy}>
        {mode === "in" ? t("sign-in") : t("sign-up")}
      </button>
      <button
        type="button"
        className="btn quiet"
        onClick={() => {
          setMode(mode === "in" ? "up" : "in");
          setWrong(null);
        }}
      >
        {mode === "in" ? t("no-account-yet") : t("have-account")}
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
