import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { ConditionFailed } from "../records.ts";
import { createApply } from "./apply.ts";
import { connect } from "./connection.ts";
import type { Answer, Message, Outcome, Task } from "./messages.ts";
import { problemOf } from "./problems.ts";

/**
 * The one writer. It takes all tasks that wait, each in a savepoint of its own so that a refused
 * one takes nobody with it, and syncs them to the disk in one transaction: group commit.
 */
if (parentPort) serve(parentPort, workerData);

function serve(port: NonNullable<typeof parentPort>, file: string) {
  const database = connect(file);
  const run = createRun(database);
  port.on("message", (first: Message) => {
    const tasks: Task[] = [];
    let message: Message | undefined = first;
    while (message !== undefined && message !== "close") {
      tasks.push(...message);
      message = receiveMessageOnPort(port)?.message;
    }
    if (tasks.length > 0) port.postMessage(run(tasks));
    if (message !== "close") return;
    database.close();
    port.close();
  });
}

function createRun(database: ReturnType<typeof connect>) {
  const apply = createApply(database);
  const savepoint = database.prepare("SAVEPOINT task");
  const release = database.prepare("RELEASE task");
  const undo = database.prepare("ROLLBACK TO task");
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");

  function perform(task: Task): Outcome {
    savepoint.run();
    try {
      const removed = task.kind === "sweep" ? apply.sweep(task.now, task.limit) : 0;
      if (task.kind === "commit") apply.batch(task.writes, task.now);
      release.run();
      return { kind: "done", removed };
    } catch (error) {
      // A full disk ends the whole transaction; then there is nothing left to undo here.
      if (!database.isTransaction) throw error;
      undo.run();
      release.run();
      if (error instanceof ConditionFailed) return { kind: "refused", position: error.position };
      return { kind: "failed", problem: problemOf(error) };
    }
  }

  return (tasks: readonly Task[]): Answer[] => {
    try {
      begin.run();
      const answers = tasks.map((task) => ({ id: task.id, outcome: perform(task) }));
      commit.run();
      return answers;
    } catch (error) {
      if (database.isTransaction) database.exec("ROLLBACK");
      const outcome: Outcome = { kind: "failed", problem: problemOf(error) };
      return tasks.map((task) => ({ id: task.id, outcome }));
    }
  };
}
