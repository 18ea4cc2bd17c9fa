// When a form stays open, and when a letter is a command. Pure: the hooks of the page ask here.

/** A form is held from the moment that it is asked for, until one leaves its cell. */
export const nextHeld = (now: { readonly isAskedFor: boolean; readonly isHere: boolean; readonly held: boolean }): boolean =>
  now.isHere && (now.isAskedFor || now.held);

/** What an element is to the keyboard: a field takes letters, a part of a form keeps them from being commands. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Whether an element belongs to a form, or is a control that is turned. */
export const isInForm = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(".cell-form, .cell-form-text, .inline-output, .form-sheet") !== null;
