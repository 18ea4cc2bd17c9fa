// While an artifact is fetched, or when that failed: says which, in the place that it will take.

import type { Locale } from "../messages/locale.ts";
import { translator } from "./locale-context.tsx";
import type { Loaded } from "./use-artifact.ts";
import { words as viewsWords } from "../messages/views/words.ts";

export function Waiting({
  loaded,
  locale,
  height = 56,
}: {
  readonly loaded: Loaded;
  readonly locale: Locale;
  readonly height?: number;
}) {
  const t = translator(viewsWords, locale);
  return (
    <div
      role="status"
      style={{ minHeight: height, display: "grid", placeItems: "center", fontSize: 13, color: "var(--gc-muted)" }}
    >
      {loaded.state === "failed" ? t("read-failed") : t("loading")}
    </div>
  );
}
