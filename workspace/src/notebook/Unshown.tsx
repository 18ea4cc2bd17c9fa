// Of a data set whose results some do not see who are in the notebook: who that is, and one click to show them.

import type { UnshownResults } from "../api/answers.ts";
import { api } from "../api/client.ts";
import { toast, useScreen } from "../app/screen.tsx";
import { useNotebook } from "../desk/notebook-context.tsx";

type Unseen = UnshownResults["datasets"][number];

/** As they are called in a sentence. */
export function useGuestNames(): (guests: Unseen["guests"]) => readonly string[] {
  const { t } = useScreen();
  return (guests) => [
    ...new Set(
      guests.map(({ who, name }) => (who === "link" ? t("by-link-as", { role: t(`role-${name}` as "role-viewer") }) : name)),
    ),
  ];
}

/** Shows all of them the results; answers whether it is done. */
export function useShowToAll(done: () => void): (dataset: Unseen) => Promise<void> {
  const { t } = useScreen();
  const { open } = useNotebook();
  return async ({ id, name, guests }) => {
    const at = `/notebooks/${encodeURIComponent(open.id)}/unshown-results/${encodeURIComponent(id)}`;
    const answer = await api.post(at, { guests: guests.map((guest) => guest.id) });
    if (answer.ok) toast(t("shown-to-all", { name }));
    else toast(answer.error.message, { wrong: true });
    done();
  };
}

/** On the card of a data set. */
export function UnshownOnCard({ unseen, done }: { readonly unseen: Unseen; done(): void }) {
  const { t } = useScreen();
  const names = useGuestNames();
  const show = useShowToAll(done);
  return (
    <div className="caption" data-testid="unshown">
      {t("not-seen-by", { names: [...names(unseen.guests)] })}{" "}
      <button
        type="button"
        className="btn act dense"
        aria-label={t("show-them-what", { name: unseen.name })}
        onClick={() => void show(unseen)}
      >
        {t("show-them-results")}
      </button>
    </div>
  );
}
