// lib0's decoder under one name, for the message types beyond y-websocket's own.

export * as decoding from "lib0/decoding";
