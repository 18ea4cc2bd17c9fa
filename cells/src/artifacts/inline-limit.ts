// What is no longer than this, as JSON, travels inside events.

export const inlineLimit = 64 * 1024;
