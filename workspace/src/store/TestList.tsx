// What has to hold of what a recipe makes, in words; where it is being saved each can be taken out.

import { formatNumber } from "@genomecraft/cells/messages/translate.ts";
import { useScreen } from "../app/screen.tsx";
import type { RecipeTest } from "@genomecraft/cells/contract/recipe-file.ts";

export type TestRow = RecipeTest;

export function TestList({ tests, onRemove }: { readonly tests: readonly TestRow[]; onRemove?(at: number): void }) {
  const { t, locale } = useScreen();
  const number = (value: number | null): string => (value === null ? t("any-number") : formatNumber(value, locale));
  const say = (test: TestRow): string => {
    switch (test.rule) {
      case "range":
        return t("test-range", { column: test.column, least: number(test.least), most: number(test.most) });
      case "unique":
        return t("test-unique", { column: test.column });
      case "missing":
        if (test.most === 0) return t("test-none-missing", { column: test.column });
        return t("test-missing", { column: test.column, most: `${formatNumber(test.most * 100, locale)} %` });
      case "levels":
        return t("test-levels", { column: test.column, levels: test.levels.join(", ") });
      case "fresh":
        return t(`test-fresh-${test.unit}`, { column: test.column, n: test.most });
    }
  };
  if (tests.length === 0) return <p className="muted">{t("store-no-tests")}</p>;
  return (
    <ul className="list">
      {tests.map((test, at) => (
        <li key={JSON.stringify(test)}>
          <span className="grow" style={{ overflowWrap: "anywhere" }}>
            {say(test)}
          </span>
          {onRemove ? (
            <button
              type="button"
              className="btn quiet dense"
              aria-label={`${t("remove")}: ${say(test)}`}
              onClick={() => onRemove(at)}
            >
              {t("remove")}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
