export { LogStore } from "./log-store.ts";
