import { type ChildProcess, spawn } from "node:child_process";

/**
 * Keeps the list of process groups, and kills them when its input ends: also when this server was
 * killed and could not do it itself, and when a function never comes back from its own code.
 */
const script = `
trap '' HUP INT TERM
groups=' '
while read -r sign group; do
  case $sign in
    +) groups="$groups$group " ;;
    -) groups="\${groups%% "$group" *} \${groups#* "$group" }" ;;
  esac
done
for group in $groups; do kill -s KILL -- "-$group"; done 2>/dev/null
`;

/** Sees to it that no function outlives the server. One small process for all of them. */
export class Reaper {
  #process: ChildProcess | undefined;

  /** Process group `group` shall end with the server. */
  add(group: number): void {
    this.#process ??= start();
    this.#process.stdin?.write(`+ ${group}\n`);
  }

  /** The group has ended: its number may come to mean another one. */
  remove(group: number): void {
    this.#process?.stdin?.write(`- ${group}\n`);
  }

  close(): void {
    this.#process?.stdin?.end();
  }
}

/** In a session of its own, so that what ends the server's group does not end it too. */
function start(): ChildProcess {
  const child = spawn("/bin/sh", ["-c", script], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
    env: {},
    cwd: "/",
  });
  child.unref();
  // When it is gone, functions still end with their connection to the runtime API.
  child.on("error", () => {});
  child.stdin?.on("error", () => {});
  return child;
}
