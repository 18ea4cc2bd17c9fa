// The number of what is spoken on the socket of a notebook beyond y-websocket: feed, saved, role. Raised when an open page
// of an earlier release could not read what this one says. 2: progress and reasons of waiting are structures.

export const syncProtocol = 2;
