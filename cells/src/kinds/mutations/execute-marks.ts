// What the pictures of a cohort share: a rectangle a mutation, the colour and height of a class, words of a class.

import { plainText, spoken } from "../../artifacts/figure-text.ts";
import type { Json, JsonObject } from "../../base/json.ts";

import { message } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { changingClasses } from "../../stats/mutations/mutation-classes.ts";
import { severalClasses } from "./execute-cohort.ts";
import { words } from "./words.ts";

const wordOf: { readonly [name: string]: Parameters<typeof words.sentence>[0] } = {
  Missense_Mutation: "class-missense",
  Nonsense_Mutation: "class-nonsense",
  Splice_Site: "class-splice",
  Frame_Shift_Del: "class-frame-del",
  Frame_Shift_Ins: "class-frame-ins",
  In_Frame_Ins: "class-in-frame-ins",
  In_Frame_Del: "class-in-frame-del",
  Translation_Start_Site: "class-start",
  Nonstop_Mutation: "class-nonstop",
  [severalClasses]: "class-several",
  "": "class-none",
};

/** In few letters; a class of another table by its own name. */
export const classWord = (name: string): Sentence =>
  Object.hasOwn(wordOf, name)
    ? words.sentence(wordOf[name] as never)
    : words.sentence("class-other", { name: name.replaceAll("_", " ") });

export const inEnglish = ({ key, params }: Sentence): string => message(key, params, "en");

/** Six colours are told apart by any eye: from the seventh class on the mark is lower. */
const colours = 6;
export interface ClassLook {
  readonly group: number;
  /** Of the height of a row. */
  readonly height: number;
}
export function classLook(name: string, classes: readonly string[]): ClassLook {
  const known = changingClasses.indexOf(name);
  const others = classes.filter((each) => !changingClasses.includes(each));
  const group =
    known >= 0
      ? known
      : classes.every((each) => !changingClasses.includes(each))
        ? others.indexOf(name)
        : changingClasses.length + others.indexOf(name);
  return { group: Math.max(0, group), height: group < colours ? 0.84 : 0.4 };
}

/** How a mark of a class is coloured; several together are of none. */
export const classMeta = (name: string, classes: readonly string[]): JsonObject =>
  name === severalClasses
    ? { role: "rest", part: "bar", word: spoken(classWord(name)) }
    : {
        role: "group",
        group: classLook(name, classes).group,
        field: "",
        value: name,
        part: "bar",
        word: spoken(classWord(name)),
      };

interface Rectangles {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly text: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** A bar a rectangle, about its middle: Plotly draws many of them at once and knows which is pointed at. */
export const rectangles = ({ x, y, text, width, height }: Rectangles, rest: JsonObject): JsonObject => ({
  type: "bar",
  x: [...x],
  y: x.map(() => height),
  base: y.map((middle) => middle - height / 2),
  width,
  text: text.map(plainText),
  textposition: "none",
  hovertemplate: "%{text}<extra></extra>",
  ...rest,
});

/** Titles of axes in the reader's language. */
export const titles = (of: { readonly [axis: string]: Sentence }): Json =>
  Object.entries(of).map(([axis, title]) => ({ path: [axis, "title", "text"], ...spoken(title) }));
