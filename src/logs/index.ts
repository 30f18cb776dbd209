export { type LogEvent, type LogGroup, LogStore } from "./log-store.ts";
