// Which column of a data set tells persons apart: by it the kernel counts them, so that others may see results of large
// groups at once.

import { useState } from "react";
import { api } from "../api/client.ts";
import { toast, useScreen } from "../app/screen.tsx";

export function PersonColumn({
  dataset,
  column,
  may,
  onChanged,
}: {
  readonly dataset: string;
  readonly column: string | null;
  readonly may: boolean;
  onChanged(): void;
}) {
  const { t } = useScreen();
  const [typed, setTyped] = useState(column ?? "");
  const say = async (): Promise<void> => {
    const personColumn = typed.trim() === "" ? null : typed.trim();
    if (personColumn === column) return;
    const answer = await api.patch(`/datasets/${encodeURIComponent(dataset)}`, { personColumn });
    if (answer.ok) onChanged();
    else toast(answer.error.message, { wrong: true });
  };
  return (
    <label className="field">
      <span>{t("person-column")}</span>
      <input
        className="input"
        value={typed}
        disabled={!may}
        maxLength={500}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void say()}
        onKeyDown={(event) => event.key === "Enter" && void say()}
      />
      <span className="caption muted">{t("person-column-line")}</span>
    </label>
  );
}
