// Who has been let into a notebook: people, addresses that have not come yet, labs.

import type { ReactNode } from "react";
import type { Access, NotebookRole } from "../api/answers.ts";
import { Avatar } from "../app/person.tsx";
import { useScreen } from "../app/screen.tsx";
import { RoleField } from "./RoleField.tsx";

/** As the API takes it. */
type LetInAs = { readonly user: string } | { readonly email: string } | { readonly lab: string };

interface Row {
  readonly id: string;
  readonly name: string;
  readonly role: NotebookRole;
  readonly guest: LetInAs;
  readonly picture?: ReactNode;
  readonly more: ReactNode;
}

export function LetIn({
  access,
  onRole,
  onRemove,
}: {
  readonly access: Access;
  readonly onRole: (guest: LetInAs, role: NotebookRole) => void;
  readonly onRemove: (id: string) => void;
}) {
  const { t } = useScreen();
  const rows: readonly Row[] = [
    ...access.people.map(({ id, user, role, link }) => ({
      id,
      role,
      name: user.name,
      guest: { user: user.id },
      picture: <Avatar name={user.name} />,
      more: (
        <>
          <span className="muted">{user.email}</span>
          {link ? <span className="muted"> · {t("came-by-link")}</span> : null}
        </>
      ),
    })),
    ...access.awaited.map(({ id, email, role }) => ({
      id,
      role,
      name: email,
      guest: { email },
      more: <span className="muted">{t("not-come-yet")}</span>,
    })),
    ...access.labs.map(({ id, lab, role }) => ({
      id,
      role,
      name: lab.name,
      guest: { lab: lab.id },
      more: <span className="muted">{t("all-members")}</span>,
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <ul className="list">
      {rows.map(({ id, name, role, guest, picture, more }) => (
        <li key={id} className="who-row">
          {picture}
          <span className="grow clip">
            {name} {more}
          </span>
          <RoleField value={role} name={name} onChange={(next) => onRole(guest, next)} />
          <button type="button" className="btn icon" aria-label={t("take-access", { name })} onClick={() => onRemove(id)}>
            ✕
          </button>
        </li>
      ))}
    </ul>
  );
}
