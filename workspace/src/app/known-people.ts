// Names of people by id, as far as this browser has met them: the run feed says who by id.

import { newStore } from "../base/store.ts";

const known = newStore<ReadonlyMap<string, string>>(new Map());
export const knownPeople = known;

export function meetPeople(people: readonly { readonly id: string; readonly name: string }[]): void {
  const unmet = people.filter((person) => person.name !== "" && known.get().get(person.id) !== person.name);
  if (unmet.length > 0) known.set((before) => new Map([...before, ...unmet.map(({ id, name }) => [id, name] as const)]));
}

/** A name as it is; an id as the name of who has it, "" for a stranger. */
export const personNamed = (who: string | null | undefined): string =>
  !who ? "" : /^user_[0-9a-z]+$/i.test(who) ? (known.get().get(who) ?? "") : who;
