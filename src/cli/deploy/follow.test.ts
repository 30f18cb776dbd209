import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createClient } from "../client.ts";
import { Interrupted } from "../failure.ts";
import { cloudFormationOf } from "./cloudformation.ts";
import { eventBefore, follow } from "./follow.ts";

const id = "arn:aws:cloudformation:us-east-1:000000000000:stack/shop/1";
let server: Server | undefined;

afterEach(() => server?.close());

/** A server that tells of a stack in pages of two, newest first; a call later there is one more. */
async function telling(...statuses: readonly string[]) {
  let known = 0;
  server = createServer(async (request, response) => {
    const form = new URLSearchParams(await new Response(request).text());
    const first = Number(form.get("NextToken") ?? 0);
    if (first === 0) known += 1;
    const told = statuses.slice(0, known).reverse();
    const members = told.slice(first, first + 2).map((status, index) => {
      const number = told.length - first - index;
      return (
        `<member><EventId>${number}</EventId><StackId>${id}</StackId>` +
        `<PhysicalResourceId>${id}</PhysicalResourceId>` +
        `<Timestamp>2026-11-20T12:00:0${number}Z</Timestamp>` +
        `<ResourceStatus>${status}</ResourceStatus></member>`
      );
    });
    const more = first + 2 < told.length ? `<NextToken>${first + 2}</NextToken>` : "";
    response.end(
      "<DescribeStackEventsResponse><DescribeStackEventsResult>" +
        `<StackEvents>${members.join("")}</StackEvents>${more}` +
        "</DescribeStackEventsResult></DescribeStackEventsResponse>",
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return cloudFormationOf(createClient(`http://127.0.0.1:${port}`, { region: "us-east-1" }));
}

function watching(after?: string) {
  const shown: (string | undefined)[] = [];
  const screen = {
    show: (_: unknown, events: readonly { EventId?: string | undefined }[]) => {
      shown.push(...events.map(({ EventId }) => EventId));
    },
    end: () => {},
  };
  return { shown, watch: { stackId: id, stackName: "shop", after, screen, what: "deployment" } };
}

test("each event is shown once, oldest first, until the stack has come to its end", async () => {
  const cloudFormation = await telling(
    ...["CREATE_COMPLETE", "UPDATE_IN_PROGRESS", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"],
    "UPDATE_COMPLETE",
  );
  const { shown, watch } = watching("1");
  expect(await follow(cloudFormation, watch)).toMatchObject({ status: "UPDATE_COMPLETE" });
  expect(shown).toEqual(["2", "3", "4"]);
});

test("Ctrl-C ends the watching, and says that the deployment goes on", async () => {
  const cloudFormation = await telling("CREATE_IN_PROGRESS");
  const { watch } = watching();
  const before = process.listenerCount("SIGINT");
  // The last one to listen is the one that is watching; the others are the tests' own.
  const press = () => process.listeners("SIGINT").at(-1)?.("SIGINT");
  const screen = { ...watch.screen, show: () => queueMicrotask(press) };
  const watched = follow(cloudFormation, { ...watch, screen });
  await expect(watched).rejects.toThrow(Interrupted);
  await expect(watched).rejects.toThrow(/deployment of shop goes on in the server/);
  expect(process.listenerCount("SIGINT")).toBe(before);
});

test("an operation in progress is watched from its beginning", async () => {
  const cloudFormation = await telling("CREATE_COMPLETE", "UPDATE_IN_PROGRESS");
  await eventBefore(cloudFormation, id);
  expect(await eventBefore(cloudFormation, id)).toBe("1");
});
