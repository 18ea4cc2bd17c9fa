// Which data sets' results those see whom the next invitation lets in: all that one may show, but what is kept back.

import type { Access } from "../api/answers.ts";
import { FileName } from "../app/FileName.tsx";
import { useScreen } from "../app/screen.tsx";

export function InvitedSee({
  datasets,
  keptBack,
  onChange,
}: {
  /** Those that one may show. */
  readonly datasets: readonly Access["datasets"][number]["dataset"][];
  readonly keptBack: ReadonlySet<string>;
  onChange(keptBack: ReadonlySet<string>): void;
}) {
  const { t } = useScreen();
  return (
    <section className="stack" aria-labelledby="invited-see">
      <h3 id="invited-see">{t("invited-see")}</h3>
      <ul className="list" style={{ maxHeight: 180, overflowY: "auto" }}>
        {datasets.map(({ id, name }) => (
          <li key={id}>
            <label className="row">
              <input
                type="checkbox"
                checked={!keptBack.has(id)}
                onChange={(event) => {
                  const next = new Set(keptBack);
                  if (event.currentTarget.checked) next.delete(id);
                  else next.add(id);
                  onChange(next);
                }}
              />
              <FileName name={name} />
            </label>
          </li>
        ))}
      </ul>
      <p className="caption muted">{t("invited-see-words")}</p>
    </section>
  );
}
