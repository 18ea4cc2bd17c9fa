// Times as people say them: "12 s ago", exact when pointed at.

import { useEffect, useState } from "react";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { useScreen } from "./screen.tsx";

export type Moment = string | number | null | undefined;

export function millisecondsOf(moment: Moment): number | null {
  if (moment === null || moment === undefined) return null;
  const found = typeof moment === "number" ? moment : Date.parse(moment);
  return Number.isFinite(found) ? found : null;
}

/** `then` and `now` in milliseconds. */
export function relativeTime(then: number, now: number, locale: Locale): string {
  const seconds = Math.round((then - now) / 1000);
  const size = Math.abs(seconds);
  const ago = (count: number, en: string, ru: string): string =>
    locale === "ru" ? `${count}\u00a0${ru} назад` : `${count}\u00a0${en} ago`;
  if (size < 5) return locale === "ru" ? "только что" : "just now";
  if (size < 60) return ago(size, "s", "с");
  if (size < 3600) return ago(Math.round(size / 60), "min", "мин");
  if (size < 86_400) return ago(Math.round(size / 3600), "h", "ч");
  if (size < 86_400 * 14)
    return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.round(seconds / 86_400), "day");
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" }).format(then);
}

/** Making a format costs milliseconds, using it microseconds. */
const exactFormats = new Map<Locale, Intl.DateTimeFormat>();

export function exactTime(moment: number, locale: Locale): string {
  let format = exactFormats.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
    exactFormats.set(locale, format);
  }
  return format.format(moment);
}

/** Milliseconds as "0.03 s", "8 s", "2 min". */
export function duration(ms: number, locale: Locale): string {
  const number = (value: number, digits: number): string =>
    new Intl.NumberFormat(locale, { maximumSignificantDigits: digits }).format(value);
  const [s, min, h] = locale === "ru" ? ["с", "мин", "ч"] : ["s", "min", "h"];
  if (ms < 60_000) return `${number(ms / 1000, ms < 10_000 ? 2 : 3)}\u202f${s}`;
  if (ms < 3_600_000) return `${number(ms / 60_000, 2)}\u202f${min}`;
  return `${number(ms / 3_600_000, 2)}\u202f${h}`;
}

/** Turns over every `every` milliseconds, so that what hangs on the clock is drawn again. */
export function useNow(every = 10_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}

export function Ago({ at }: { readonly at: Moment }) {
  const { locale } = useScreen();
  const now = useNow();
  const then = millisecondsOf(at);
  if (then === null) return null;
  return (
    <time dateTime={new Date(then).toISOString()} title={exactTime(then, locale)}>
      {relativeTime(then, Math.max(now, then), locale)}
    </time>
  );
}

/** A day as people write it: "31 Mar 2026". */
export function Day({ at }: { readonly at: Moment }) {
  const { locale } = useScreen();
  const then = millisecondsOf(at);
  if (then === null) return null;
  return (
    <time dateTime={new Date(then).toISOString()} title={exactTime(then, locale)}>
      {new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" }).format(then)}
    </time>
  );
}
