// Figures of several pages: the same picture of one thing after another, of which one is looked at. What belongs to a page says so
// (`meta.page` of a trace, `name` of an annotation); `meta.pages` of the layout are their names, with the words for them where they have some, text alternatives and ranges.

import type { Figure } from "./artifact.ts";
import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";
import { sentenceIn } from "../messages/catalogue.ts";
import type { Locale } from "../messages/locale.ts";
import { receivedSentence } from "../messages/sentence.ts";

const metaOf = ({ layout: { meta } }: Figure): JsonObject => (isJsonObject(meta) ? meta : {});
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

/** Their names, in a language those that have words (`called`); empty: it is one picture. */
export const pagesOf = (figure: Figure, locale?: Locale): readonly string[] =>
  listOf(metaOf(figure)["pages"]).map((page) => {
    if (!isJsonObject(page)) return "";
    const { name, called } = page;
    return locale && isJsonObject(called) ? sentenceIn(receivedSentence(called), locale) : String(name);
  });

/** The figure with that page alone. */
export function figurePage(figure: Figure, at: number): Figure {
  const { pages, ...meta } = metaOf(figure);
  const page = listOf(pages)[at];
  if (!isJsonObject(page)) return figure;
  const isHere = (trace: JsonObject): boolean =>
    !isJsonObject(trace["meta"]) || [undefined, at].includes(trace["meta"]["page"] as never);
  const notes = listOf(figure.layout["annotations"]).filter(
    (note) => !isJsonObject(note) || note["name"] === undefined || note["name"] === `page ${at}`,
  );
  return {
    ...figure,
    data: figure.data.filter(isHere),
    layout: {
      ...figure.layout,
      annotations: notes,
      meta: { ...meta, alt: page["alt"] ?? null, labelRoom: page["labelRoom"] ?? null },
    },
    marks: typeof page["marks"] === "number" ? page["marks"] : figure.marks,
  };
}
