// A value that components can follow: set it, select from it. The smallest thing that useSyncExternalStore wants.

import { useRef, useSyncExternalStore } from "react";

export interface Store<T> {
  get(): T;
  set(next: T | ((before: T) => T)): void;
  subscribe(listener: () => void): () => void;
}

export function newStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      const after = typeof next === "function" ? (next as (before: T) => T)(value) : next;
      if (Object.is(after, value)) return;
      value = after;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** `select` must answer the same object for the same state, or `equal` must say so. */
export function useStore<T>(store: Store<T>): T;
export function useStore<T, S>(store: Store<T>, select: (value: T) => S, equal?: (a: S, b: S) => boolean): S;
export function useStore<T, S>(
  store: Store<T>,
  select: (value: T) => T | S = (value) => value,
  equal: (a: T | S, b: T | S) => boolean = Object.is,
): T | S {
  const last = useRef<{ readonly selected: T | S } | null>(null);
  const read = (): T | S => {
    const selected = select(store.get());
    if (last.current && equal(last.current.selected, selected)) return last.current.selected;
    last.current = { selected };
    return selected;
  };
  return useSyncExternalStore(store.subscribe, read);
}
