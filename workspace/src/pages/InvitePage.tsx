// An invitation to a lab: who invites, into what; sign in or make an account in place, then join.

import { useState } from "react";
import { api, useApi } from "../api/client.ts";
import type { Invitation } from "../api/answers.ts";
import { Refusal } from "../app/Refusal.tsx";
import { useScreen } from "../app/screen.tsx";
import { Day } from "../app/time.tsx";
import { Link, navigate } from "../router/navigate.tsx";
import { SignInPage } from "./SignInPage.tsx";

export function InvitePage({ id }: { readonly id: string }) {
  const { t, me, reloadMe } = useScreen();
  const found = useApi<Invitation>(`/invitations/${encodeURIComponent(id)}`);
  const [wrong, setWrong] = useState<string | null>(null);
  const join = async (): Promise<void> => {
    const answer = await api.post(`/invitations/${encodeURIComponent(id)}/accept`);
    if (!answer.ok) {
      setWrong(answer.error.message);
      return;
    }
    await reloadMe();
    navigate("/", { replace: true });
  };
  const invitation = found.value;
  return (
    <main id="main" className="centre">
      <div className="card stack">
        {invitation ? (
          <>
            <h1>{t("invited-to", { lab: invitation.lab.name })}</h1>
            <p className="muted">
              {t("invited-by", { name: invitation.invitedBy, role: t(`lab-role-${invitation.role}`) })}{" "}
              <Day at={invitation.expiresAt} />.
            </p>
            {me ? (
              <button type="button" className="btn fill" onClick={() => void join()}>
                {t("join-as", { name: me.user.name })}
              </button>
            ) : (
              <SignInPage next={null} embedded invitation={id} />
            )}
          </>
        ) : found.error ? (
          <>
            <h1>{t("invitation-not-here")}</h1>
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
