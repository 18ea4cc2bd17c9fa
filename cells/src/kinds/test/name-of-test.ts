// What a test with its settings is called: "t test, spreads may differ (Welch)".

import { message } from "../../messages/catalogue.ts";
import type { Locale } from "../../messages/locale.ts";
import { testOf, type TestSettings } from "../../statistical-tests.ts";

export function nameOfTest(options: TestSettings, locale: Locale): string {
  const { words, settings } = testOf(options);
  const title = words.say("title", {}, locale);
  const [field] = settings;
  if (field?.field !== "variances") return title;
  const chosen = Object.entries(options).find(([name]) => name === field.field)?.[1];
  const key = field.choices?.[String(chosen)];
  // The words of a test hold those of its settings (contract/statistical-test.ts).
  if (key === undefined) return title;
  const [label, value] = [field.field, key].map((each) => message(words.key(each as never), {}, locale));
  return `${title}, ${label?.toLocaleLowerCase(locale) ?? ""} ${value ?? ""}`;
}
