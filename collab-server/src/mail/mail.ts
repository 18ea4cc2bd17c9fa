// The port by which letters leave the server. Its one implementation is smtp-mail.ts; who has letters to send gives them to
// the postbox, which nobody waits for.

export interface Letter {
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mail {
  /** Resolves when the next server has taken the letter; throws a `MailRefused` where trying again is of no use. */
  send(letter: Letter): Promise<void>;
}

/** The letter, or we, will not be taken: an address that is not there, a sender that may not. */
export class MailRefused extends Error {
  constructor(options: ErrorOptions) {
    super("the mail server refused the letter", options);
    this.name = "MailRefused";
  }
}
