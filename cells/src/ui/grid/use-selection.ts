// The picked cells of a grid: their count, sum and mean in words, and copying them.

import { useEffect, useRef, useState } from "react";
import { useLocale, useT } from "../locale-context.tsx";
import { formatValue } from "../MetricTable.tsx";
import type { Pages } from "../use-pages.ts";
import { boxOf, cellsIn, type Picked, textOfRows } from "./selection.ts";
import { words as viewsWords } from "../../messages/views/words.ts";

const mostCopied = 200_000;

export interface Selection {
  readonly picked: Picked | null;
  pick(next: Picked | null): void;
  /** What is known of the picked cells, or what became of copying them. */
  readonly stats: string | null;
  copy(): Promise<void>;
}

export function useSelection(pages: Pages): Selection {
  const t = useT(viewsWords);
  const locale = useLocale();
  const [picked, setPicked] = useState<Picked | null>(null);
  const [stats, setStats] = useState<string | null>(null);
  const pagesNow = useRef(pages);
  useEffect(() => {
    pagesNow.current = pages;
  });
  useEffect(() => {
    setStats(null);
    if (!picked) return undefined;
    const cells = cellsIn(picked);
    if (cells < 2 || cells > mostCopied) return undefined;
    let here = true;
    const { rows, columns } = boxOf(picked);
    void pagesNow.current.read(rows, columns).then((lines) => {
      if (!here) return;
      const numbers = lines.flat().filter((value): value is number => typeof value === "number");
      const sum = numbers.reduce((a, b) => a + b, 0);
      setStats(
        numbers.length > 0
          ? t("stats", { n: cells, sum: formatValue(sum, locale), mean: formatValue(sum / numbers.length, locale) })
          : t("stats-count", { n: cells }),
      );
    });
    return () => {
      here = false;
    };
  }, [picked, t, locale]);

  const copy = async (): Promise<void> => {
    if (!picked) return;
    if (cellsIn(picked) > mostCopied) {
      setStats(t("copy-too-many", { most: mostCopied }));
      return;
    }
    const { rows, columns } = boxOf(picked);
    const lines = await pages.read(rows, columns);
    await navigator.clipboard.writeText(textOfRows(lines));
    setStats(t("copied", { n: lines.length }));
  };
  return { picked, pick: setPicked, stats, copy };
}
