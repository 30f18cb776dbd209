import { expect, test } from "vitest";
import { run } from "../../test/fixtures/gatepool.ts";
import { onTerminal } from "../../test/fixtures/terminal.ts";

const module = new URL("prompt.ts", import.meta.url).href;

function type(expression: string, typed: string) {
  const script = `
    import { askHidden, askNewPassword, askYes, canAsk } from ${JSON.stringify(module)};
    try {
      console.log("answer " + canAsk() + " " + (await ${expression}));
    } catch (error) {
      console.log(error.name);
    }`;
  return onTerminal([process.execPath, "--input-type=module", "-e", script], typed);
}

test("what is typed is not shown", async () => {
  const { stdout } = await type('askHidden("Password: ")', "secret\r");
  expect(stdout).toBe("Password: \nanswer true secret\n");
});

test("the keys of a line editor work", async () => {
  const { stdout } = await type('askHidden("Password: ")', "sexy\x7f\x7fcret\r");
  expect(stdout).toBe("Password: \nanswer true secret\n");
});

test.each([
  ["Ctrl-C", "\x03"],
  ["Ctrl-D", "\x04"],
])("%s breaks it off", async (_name, key) => {
  const { stdout } = await type('askHidden("Password: ")', key);
  expect(stdout).toBe("Password: \nInterrupted\n");
});

test("a new password is asked for until both are the same", async () => {
  const { stdout } = await type('askNewPassword("ada")', "one\r|two\r|three\r|three\r");
  expect(stdout).toBe(
    "New password for ada: \nThe same again: \nThey differ. Once more.\n" +
      "New password for ada: \nThe same again: \nanswer true three\n",
  );
});

test.each([
  ["y", true],
  ["Yes", true],
  ["n", false],
  ["", false],
  ["yesterday", false],
])("to a question, %j is %s", async (typed, meant) => {
  const { stdout } = await type('askYes("Remove it?")', `${typed}\r`);
  expect(stdout).toContain(`Remove it? [y/N]: ${typed}`);
  expect(stdout).toContain(`answer true ${meant}\n`);
});

test("standard input is read without its line break", async () => {
  const script = `
    import { canAsk, readPasswordFromStdin } from ${JSON.stringify(module)};
    console.log(canAsk(), JSON.stringify(await readPasswordFromStdin()));`;
  const node = JSON.stringify(process.execPath);
  const args = ["-c", `printf ' a b \\r\\n' | ${node} --input-type=module -e '${script}'`];
  expect((await run("sh", args)).stdout).toBe('false " a b "\n');
});
