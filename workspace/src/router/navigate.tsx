// Moves between pages by the history API and tells the screen where it is.

import { type AnchorHTMLAttributes, useSyncExternalStore } from "react";
import { parseRoute, type Route } from "./route.ts";

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};
globalThis.addEventListener?.("popstate", tell);

const here = (): string => `${location.pathname}${location.search}${location.hash}`;
let known: { readonly path: string; readonly route: Route } | null = null;
const current = (): Route => {
  const path = here();
  if (known?.path !== path) known = { path, route: parseRoute(path) };
  return known.route;
};

export function navigate(path: string, options: { readonly replace?: boolean } = {}): void {
  if (path === here()) return;
  if (options.replace) history.replaceState(null, "", path);
  else history.pushState(null, "", path);
  tell();
  if (!path.includes("#")) scrollTo(0, 0);
}

export const useRoute = (): Route =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);

export interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly to: string;
}

/** A link within the screen; opens elsewhere with the usual keys held. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  return (
    <a
      {...rest}
      href={to}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
          return;
        event.preventDefault();
        navigate(to);
      }}
    />
  );
}
