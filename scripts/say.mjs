// What the scripts print: one line per thing they do, and where it failed.

export const say = (text) => process.stderr.write(`${text}\n`);

export const stop = (text) => {
  say(text);
  process.exit(1);
};
