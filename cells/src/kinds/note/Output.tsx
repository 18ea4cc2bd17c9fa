// A note as it reads: Markdown with HTML off and links checked; values stand in it as the server or the browser found
// them, and links to cells go there. Until there is an answer the text shows with its values open.

import MarkdownIt from "markdown-it";
import { styled } from "@mui/material/styles";
import type { MouseEvent } from "react";
import type { Failure } from "../../base/failure.ts";
import { isJsonObject, type Json } from "../../base/json.ts";
import { err, type Result } from "../../base/result.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import type { Locale } from "../../messages/locale.ts";
import { translator } from "../../ui/locale-context.tsx";
import { mono } from "../../ui/field-styles.ts";
import type { OutputProps } from "../../contract/kind-view.ts";
import { accessed } from "./accessed.ts";
import { markdownOf, slotClose, slotOpen, unfilledClose, unfilledOpen } from "./slots.ts";
import { type NoteValue, noteParts } from "./note-parts.ts";
import type { NoteSpec } from "./spec.ts";
import { words } from "./words.ts";

const Page = styled("div")({
  fontSize: 15,
  lineHeight: "24px",
  color: "var(--gc-text)",
  maxWidth: 720,
  overflowWrap: "anywhere",
  "& > :first-of-type": { marginTop: 0 },
  "& > :last-child": { marginBottom: 0 },
  "& p, & ul, & ol": { margin: "0 0 8px" },
  "& ul, & ol": { paddingLeft: 24 },
  "& h1, & h2": { fontSize: 18, lineHeight: "26px", fontWeight: 600, margin: "16px 0 4px" },
  "& h3, & h4, & h5, & h6": { fontSize: 15, lineHeight: "24px", fontWeight: 600, margin: "12px 0 4px" },
  "& a": { color: "var(--gc-accent)" },
  "& a:focus-visible": { outline: "2px solid var(--gc-accent)", outlineOffset: 2 },
  "& code": { fontFamily: mono, fontSize: 13, background: "var(--gc-sunken)", borderRadius: 4, padding: "1px 4px" },
  "& pre": { background: "var(--gc-sunken)", borderRadius: 4, padding: "8px 12px", overflow: "auto" },
  "& pre code": { padding: 0, background: "none" },
  "& blockquote": { margin: "0 0 8px", padding: "0 0 0 12px", borderLeft: "2px solid var(--gc-line)", color: "var(--gc-muted)" },
  "& table": { borderCollapse: "collapse", fontSize: 13, lineHeight: "18px", margin: "0 0 8px" },
  "& th, & td": { padding: "4px 12px", borderBottom: "1px solid var(--gc-line)", textAlign: "left" },
  "& hr": { border: 0, borderTop: "1px solid var(--gc-line)", margin: "12px 0" },
  "& a.cell": { fontFamily: mono, fontSize: 13 },
  "& .unfilled": {
    fontFamily: mono,
    fontSize: 13,
    padding: "1px 4px",
    borderRadius: 4,
    border: "1px dashed var(--gc-stale-line)",
    color: "var(--gc-stale)",
    cursor: "help",
  },
});
const Empty = styled("p")({ margin: 0, fontSize: 15, lineHeight: "24px", color: "var(--gc-muted)" });

/** Only what a reader may follow safely; pictures from elsewhere would tell who reads the note, so there are none. */
const safeLink = /^(https?:|mailto:|#)/i;

function renderer() {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: false });
  markdown.validateLink = (url) => safeLink.test(url.trim());
  markdown.disable("image");
  const defaultOpen = markdown.renderer.rules["link_open"];
  markdown.renderer.rules["link_open"] = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const href = String(token?.attrGet("href") ?? "");
    if (href.startsWith("#cell:")) token?.attrSet("class", "cell");
    else {
      token?.attrSet("target", "_blank");
      token?.attrSet("rel", "noopener noreferrer nofollow");
    }
    return defaultOpen ? defaultOpen(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
  };
  // A page has one first heading, its title: those of notes begin a level below.
  const heading = (tokens: Parameters<NonNullable<typeof defaultOpen>>[0], index: number): string => {
    const token = tokens[index];
    const level = Math.min(6, Number(token?.tag.slice(1) ?? 2) + 1);
    return token?.type === "heading_open" ? `<h${level}>` : `</h${level}>`;
  };
  markdown.renderer.rules["heading_open"] = heading;
  markdown.renderer.rules["heading_close"] = heading;
  return markdown;
}
const markdown = renderer();

/** A value that is not there: what stands for it, and why. */
export interface Unfilled {
  readonly name: string;
  readonly why: string;
}
const escaped = (text: string): string => markdown.utils.escapeHtml(text);
const signOf = ({ name, why }: Unfilled): string =>
  `<span class="unfilled" role="img" tabindex="0" title="${escaped(why)}" aria-label="${escaped(`${name}: ${why}`)}">${escaped(name)}?</span>`;

/** HTML of a note: only what markdown-it makes with HTML off, so no markup of a person's gets through. */
export function noteHtml(
  template: string,
  values: readonly (Json | undefined)[],
  locale: Locale,
  unfilled: (index: number) => Unfilled = () => ({ name: "…", why: words.say("not-filled", {}, locale) }),
): string {
  const filled = template.replace(new RegExp(`${slotOpen}(\\d+)${slotClose}`, "g"), (_whole, index: string) => {
    const value = values[Number(index)];
    return value === undefined ? `${unfilledOpen}${index}${unfilledClose}` : markdownOf(value, locale);
  });
  const { links } = noteParts(filled);
  let text = "";
  let at = 0;
  for (const link of links) {
    text += `${filled.slice(at, link.start)}[${link.name.replace(/[_*]/g, "\\$&")}](#cell:${encodeURIComponent(link.name)})`;
    at = link.end;
  }
  return markdown
    .render(text + filled.slice(at))
    .replace(new RegExp(`${unfilledOpen}(\\d+)${unfilledClose}`, "g"), (_whole, index: string) =>
      signOf(unfilled(Number(index))),
    );
}

export function Output({ spec, locale, outputs, goTo, cellNamed, handleOf }: OutputProps<NoteSpec>) {
  const t = translator(words, locale);
  const answer = isJsonObject(outputs["out"]?.inline) ? outputs["out"].inline["value"] : undefined;
  const find = (part: NoteValue): Result<Json, Failure> => {
    const id = cellNamed?.(part.name) ?? null;
    if (id === null || !handleOf) return accessed(part, null);
    const handle = handleOf({ ref: id, ...(part.port === null ? {} : { port: part.port }) });
    return handle ? accessed(part, handle) : err(words.failure("not-made", { name: part.name }));
  };
  const html =
    (answer === undefined ? null : answeredHtml(spec.text, answer, locale)) ??
    openHtml(spec.text, locale, cellNamed ? find : null);
  const follow = (event: MouseEvent): void => {
    const link = (event.target as HTMLElement).closest("a");
    const href = link?.getAttribute("href") ?? "";
    if (!href.startsWith("#cell:")) return;
    event.preventDefault();
    const id = cellNamed?.(decodeURIComponent(href.slice(6)));
    if (id) goTo?.(id);
  };
  if (html.trim() === "") return <Empty>{t("empty")}</Empty>;
  // The rendered text is markdown-it's own HTML, with HTML in the source turned off and links checked above.
  return <Page onClick={follow} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** The text with the values that were found for it. Null: what was answered is of another text. */
export function answeredHtml(text: string, answer: Json, locale: Locale): string | null {
  if (!isJsonObject(answer) || typeof answer["template"] !== "string" || !Array.isArray(answer["values"])) return null;
  // A reader's page has the answer alone.
  if (text !== "" && answer["template"] !== openTemplate(text)) return null;
  return noteHtml(answer["template"], answer["values"] as readonly Json[], locale);
}

/**
 * The text before there is an answer to it, or where there can be none: what is known stands in it, and where a value is not
 * there a sign that says why. `find` null: whoever reads it knows nothing of the cells.
 */
export function openHtml(text: string, locale: Locale, find: ((part: NoteValue) => Result<Json, Failure>) | null): string {
  const { values } = noteParts(text);
  const found = values.map((part) => find?.(part) ?? null);
  return noteHtml(
    openTemplate(text),
    found.map((one) => (one?.ok ? one.value : undefined)),
    locale,
    find === null
      ? undefined
      : (index) => {
          const [part, one] = [values[index], found[index]];
          const name = part ? text.slice(part.start + 2, part.end - 2).trim() : "…";
          return { name, why: one?.ok === false ? failureSentence(one.error, locale) : words.say("not-filled", {}, locale) };
        },
  );
}

/** The text with its values still open. */
function openTemplate(text: string): string {
  let out = "";
  let at = 0;
  const between = (from: number, to?: number): string => text.slice(from, to).replace(/[\uE000-\uE003]/g, "");
  noteParts(text).values.forEach((value, index) => {
    out += `${between(at, value.start)}${slotOpen}${index}${slotClose}`;
    at = value.end;
  });
  return out + between(at);
}
