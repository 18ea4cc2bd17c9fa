// A link to a notebook: says which, with what right; sign in or make an account in place, then open.

import { useState } from "react";
import { api, useApi } from "../api/client.ts";
import type { LinkAnswer } from "../api/answers.ts";
import { Refusal } from "../app/Refusal.tsx";
import { useScreen } from "../app/screen.tsx";
import { Link, navigate } from "../router/navigate.tsx";
import { SignInPage } from "./SignInPage.tsx";

export function LinkPage({ token }: { readonly token: string }) {
  const { t, me, reloadMe } = useScreen();
  const found = useApi<LinkAnswer>(`/links/${encodeURIComponent(token)}`);
  const [wrong, setWrong] = useState<string | null>(null);
  const open = async (): Promise<void> => {
    const answer = await api.post<{ readonly notebook: { readonly id: string } }>(`/links/${encodeURIComponent(token)}/accept`);
    if (!answer.ok) {
      setWrong(answer.error.message);
      return;
    }
    await reloadMe();
    navigate(`/n/${answer.value.notebook.id}`, { replace: true });
  };
  const link = found.value;
  return (
    <main id="main" className="centre">
      <div className="card stack">
        {link ? (
          <>
            <h1>{link.notebook.title}</h1>
            <p className="muted">{t("link-words", { lab: link.lab.name, role: t(`role-${link.role}`) })}</p>
            {me ? (
              <button type="button" className="btn fill" onClick={() => void open()}>
                {t("open-as", { name: me.user.name })}
              </button>
            ) : (
              <SignInPage next={null} embedded invitation={token} />
            )}
          </>
        ) : found.error ? (
          <>
            <h1>{t("link-not-here")}</h1>
            <p role="status">{found.error.message}</p>
            <Link className="btn fill" to="/">
              {t("home")}
            </Link>
          </>
        ) : (
          <p role="status">{t("opening")}</p>
        )}
        {wrong ? <Refusal>{wrong}</Refusal> : null}
      </div>
    </main>
  );
}
