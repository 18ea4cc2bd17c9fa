// Whether the newest version of a view has drifted, as a word: its colour says nothing that the word does not.

import { useScreen } from "../app/screen.tsx";

const colours = { alert: "var(--gc-failed)", warn: "var(--gc-stale)", note: "var(--gc-muted)" } as const;

export function DriftSign({ level }: { readonly level: "alert" | "warn" | "note" | null }) {
  const { t } = useScreen();
  return level === null ? null : <b style={{ color: colours[level] }}>{t(`drift-${level}`)}</b>;
}
