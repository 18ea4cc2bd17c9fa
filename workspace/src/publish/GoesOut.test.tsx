// Before anything is published it is said what goes out beside pictures: each table by name, with its rows, and names by a tick.

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { locales, type Locale } from "@genomecraft/cells/messages/locale.ts";
import type { PublicationCheck } from "../api/answers.ts";
import { ScreenProvider, translator } from "../app/screen.tsx";
import { GoesOut } from "./GoesOut.tsx";

const checked = (tables: PublicationCheck["tables"]): PublicationCheck => ({ tables }) as PublicationCheck;
const shown = (check: PublicationCheck | null, labels = false, locale: Locale = "en"): string =>
  renderToStaticMarkup(
    <ScreenProvider
      value={{
        me: null,
        locale,
        scheme: "light",
        t: translator(locale),
        reloadMe: async () => undefined,
        signOut: async () => undefined,
      }}
    >
      <GoesOut check={check} labels={labels} onLabels={() => undefined} />
    </ScreenProvider>,
  );

test("each table is named with its rows, in the forms of number of both languages", () => {
  const check = checked([
    { cell: "cell_a", name: "scores", rows: 1 },
    { cell: "cell_b", name: "donors", rows: 22 },
  ]);
  expect(shown(check)).toMatch(/scores goes out as a table of 1 row<.*donors goes out as a table of 22 rows</u);
  expect(shown(check, false, "ru")).toMatch(
    /scores публикуется как таблица: 1 строка<.*donors публикуется как таблица: 22 строки</u,
  );
});

test("pictures alone are no tables: nothing is said of them; names go out by the tick alone", () => {
  for (const locale of locales) {
    const bare = shown(checked([]), false, locale);
    expect(bare).not.toContain("<p");
    expect(bare).not.toContain("checked");
    expect(shown(checked([]), true, locale)).toContain("checked");
    expect(shown(null, false, locale)).toBe(bare);
  }
});
