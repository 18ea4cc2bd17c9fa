// p values beside what chance would make of as many.

import { z } from "zod";
import { defineChart, typeOf } from "../../contract/chart.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { disclosesDrawn, individuals } from "../parts/chart-disclosure.ts";
import { readings } from "../parts/surprises.ts";
import { withoutTexts } from "../parts/without-names.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  type: typeOf("qq", "Observed beside expected p values, with inflation λ and the band of chance; needs y"),
  values: z.enum(readings).default("auto").meta({
    title: "y holds",
    description: "p, or −log10 p already; auto: by its unit, its name, and whether anything is above 1",
  }),
});
export type QqOptions = z.infer<typeof schema>;

export const qq = defineChart({
  axis: "chart",
  name: "qq",
  version: 2,
  schema,
  // Of a matrix no row has a p value: no gene turns it.
  uses: [{ field: "y", needed: true, asked: (_options, data) => data === "table", label: () => words.key("field-p") }],
  names: false,
  logs: [],
  calledAfter: "y",
  usualHeight: 380,
  traces: ["scatter"],
  title: (locale) => words.say("title", {}, locale),
  shape: (locale) => words.say("shape", {}, locale),
  menu: {
    group: "explore",
    order: 10,
    takes: ["table"],
    begins: (above) => {
      const y = above?.summary?.columns?.find(({ semantic }) => semantic === "p-value")?.name;
      return y === undefined ? {} : { y };
    },
    words: menuWords(words),
  },
  say: (_spec, { name, locale }) => words.say("say", { y: name("y") }, locale),
  discloses: disclosesDrawn<QqOptions>(["y"], () => individuals),
  withoutNames: withoutTexts,
});
