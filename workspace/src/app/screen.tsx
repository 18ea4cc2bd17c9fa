// What every screen knows: who is there, her language and theme, and how to say something in passing (toasts).

import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useRef } from "react";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import type { Me } from "../api/answers.ts";
import type { Scheme } from "../theme/tokens.ts";
import { say, type WordKey } from "../words/words.ts";
import { newStore, useStore } from "../base/store.ts";

export interface Screen {
  readonly me: Me | null;
  readonly locale: Locale;
  readonly scheme: Scheme;
  /** Words in her language. */
  t(key: WordKey, params?: JsonObject): string;
  reloadMe(): Promise<void>;
  signOut(): Promise<void>;
}

const ScreenContext = createContext<Screen | null>(null);
export const ScreenProvider = ({ value, children }: { readonly value: Screen; readonly children: ReactNode }) => (
  <ScreenContext value={value}>{children}</ScreenContext>
);

export function useScreen(): Screen {
  const screen = useContext(ScreenContext);
  if (!screen) throw new Error("a page stands outside the shell");
  return screen;
}
export const useT = (): Screen["t"] => useScreen().t;
export const translator =
  (locale: Locale): Screen["t"] =>
  (key, params) =>
    say(key, params ?? {}, locale);

/** Who is signed in; a page that needs it is shown only then. */
export function useMe(): Me {
  const { me } = useScreen();
  if (!me) throw new Error("a page for people who signed in is shown to nobody");
  return me;
}

// ---- toasts ---------------------------------------------------------------------------------------------------------

interface ToastAction {
  readonly label: string;
  run(): void;
}
interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action: ToastAction | null;
  readonly wrong: boolean;
}
const toasts = newStore<readonly Toast[]>([]);
let nextToast = 1;

/** Says something for eight seconds; the newest three stay. */
export function toast(text: string, options: { readonly action?: ToastAction; readonly wrong?: boolean } = {}): void {
  const id = nextToast++;
  toasts.set((before) => [...before.slice(-2), { id, text, action: options.action ?? null, wrong: options.wrong ?? false }]);
  setTimeout(() => dismiss(id), 8_000);
}
/** What was said with a way back is over when one has gone back another way. */
export const dismissOffers = (): void => toasts.set((before) => before.filter((shown) => shown.action === null));
const dismiss = (id: number): void => toasts.set((before) => before.filter((shown) => shown.id !== id));

export function Toasts() {
  const shown = useStore(toasts);
  const { t } = useScreen();
  const box = useRef<HTMLDivElement>(null);
  // On a telephone the page leaves them a place, so that they cover nothing that is read or pressed (notebook.css).
  useLayoutEffect(() => {
    const height = shown.length === 0 ? 0 : (box.current?.offsetHeight ?? 0) + 16;
    document.documentElement.style.setProperty("--gc-toasts", `${height}px`);
  }, [shown]);
  return (
    <div ref={box} className="toasts" role="status" aria-live="polite">
      {shown.map((item) => (
        <div key={item.id} className="toast">
          <span className="grow">
            {item.wrong ? "✕ " : ""}
            {item.text}
          </span>
          {item.action ? (
            <button
              type="button"
              className="btn"
              onClick={() => {
                item.action?.run();
                dismiss(item.id);
              }}
            >
              {item.action.label}
            </button>
          ) : null}
          <button type="button" className="btn icon" aria-label={t("dismiss")} onClick={() => dismiss(item.id)}>
            ✕
          </button>
        </div>
      ))}
    </div>
  );
}

// ---- announcements to screen readers ---------------------------------------------------------------------------------

const announced = newStore("");
/** Said by screen readers when they have a moment. */
export const announce = (text: string): void => announced.set((before) => (before === text ? `${text}\u200b` : text));
export function Announcer() {
  const text = useStore(announced);
  return (
    <div className="sr" aria-live="polite" role="log">
      {text}
    </div>
  );
}

/** A new one when more words have come, so that what was said from fewer is said again. */
export const useTranslator = (locale: Locale, words: unknown): Screen["t"] => useMemo(() => translator(locale), [locale, words]);
