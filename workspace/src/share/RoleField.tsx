// What somebody may do in a notebook, to choose.

import type { NotebookRole } from "../api/answers.ts";
import { useScreen } from "../app/screen.tsx";

const roles: readonly NotebookRole[] = ["owner", "editor", "runner", "viewer"];

export function RoleField({
  value,
  name,
  offered = roles,
  onChange,
}: {
  readonly value: NotebookRole;
  /** Whose role it is. */
  readonly name: string;
  readonly offered?: readonly NotebookRole[];
  readonly onChange: (role: NotebookRole) => void;
}) {
  const { t } = useScreen();
  return (
    <select
      className="input dense"
      style={{ width: 140 }}
      aria-label={t("role-of", { name })}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as NotebookRole)}
    >
      {offered.map((item) => (
        <option key={item} value={item}>
          {t(`role-${item}`)}
        </option>
      ))}
    </select>
  );
}
