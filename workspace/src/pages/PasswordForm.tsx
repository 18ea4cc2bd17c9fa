// A password of one's own on the profile: set where there is none, changed by whoever knows the present one.

import { type SyntheticEvent, useState } from "react";
import { api, useApi } from "../api/client.ts";
import type { PasswordChanged, PasswordState } from "../api/answers.ts";
import { Refusal } from "../app/Refusal.tsx";
import { useScreen } from "../app/screen.tsx";
import { PasswordFields } from "./PasswordFields.tsx";

export function PasswordForm() {
  const { t, reloadMe } = useScreen();
  const state = useApi<PasswordState>("/me/password");
  const [wrong, setWrong] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const known = state.value;
  if (!known) return state.error ? <p className="notice failed">{state.error.message}</p> : null;
  const submit = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const said = (name: string): string | undefined => (data.has(name) ? String(data.get(name)) : undefined);
    setWrong(null);
    setDone(null);
    if (said("password") !== said("again")) return setWrong(t("password-differs"));
    setBusy(true);
    const answer = await api.post<PasswordChanged>("/me/password", {
      current: said("current"),
      password: said("password"),
      email: said("email"),
      keys: said("keys") ?? "keep",
    });
    setBusy(false);
    if (!answer.ok) return setWrong(answer.error.message);
    form.reset();
    const { endedSessions, revokedKeys } = answer.value;
    setDone(t("password-changed", { n: endedSessions, keys: revokedKeys }));
    state.reload();
    await reloadMe();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} aria-labelledby="password-title">
      <h2 id="password-title">{known.isSet ? t("password-change") : t("password-first")}</h2>
      <p className="caption muted">{known.isSet ? t("password-change-words") : t("password-first-words")}</p>
      {known.choosesEmail ? (
        <label className="field">
          <span>{t("email-to-sign-in")}</span>
          <input className="input" name="email" type="email" autoComplete="username" required />
        </label>
      ) : null}
      {known.isSet ? (
        <label className="field">
          <span>{t("password-now")}</span>
          <input className="input" name="current" type="password" autoComplete="current-password" required />
        </label>
      ) : null}
      <PasswordFields keys={known.keys} />
      {wrong ? <Refusal>{wrong}</Refusal> : null}
      {done ? (
        <p className="notice plain" role="status">
          {done}
        </p>
      ) : null}
      <button type="submit" className="btn line" disabled={busy} aria-busy={busy} style={{ alignSelf: "start" }}>
        {known.isSet ? t("password-change") : t("password-set")}
      </button>
    </form>
  );
}
