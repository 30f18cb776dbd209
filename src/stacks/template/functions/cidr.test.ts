import { expect, it } from "vitest";
import { cidrBlocks } from "./cidr.ts";

it.each<[string, number, number, string[] | undefined]>([
  ["192.168.0.0/24", 3, 5, ["192.168.0.0/27", "192.168.0.32/27", "192.168.0.64/27"]],
  ["10.0.0.0/16", 2, 8, ["10.0.0.0/24", "10.0.1.0/24"]],
  ["10.1.2.3/8", 1, 24, ["10.0.0.0/8"]],
  ["10.0.0.0/23", 2, 8, ["10.0.0.0/24", "10.0.1.0/24"]],
  ["10.0.0.0/23", 3, 8, undefined],
  ["0.0.0.0/0", 256, 24, Array.from({ length: 256 }, (_, index) => `${index}.0.0.0/8`)],
  ["2001:db8::/56", 2, 64, ["2001:db8::/64", "2001:db8:0:1::/64"]],
  ["::/0", 2, 64, ["::/64", "0:0:0:1::/64"]],
  ["10.0.0.0", 1, 8, undefined],
  ["10.0.0.0/33", 1, 8, undefined],
  ["10.0.0.0/8/8", 1, 8, undefined],
  ["text/8", 1, 8, undefined],
  ["10.0.0.0/8", 0, 8, undefined],
  ["10.0.0.0/8", 257, 8, undefined],
  ["10.0.0.0/8", 1.5, 8, undefined],
  ["10.0.0.0/8", 1, 25, undefined],
  ["10.0.0.0/8", 1, 0, undefined],
  ["10.0.0.0/8", 1, Number.NaN, undefined],
])("cuts %s into %d blocks of %d bits", (block, count, bits, expected) => {
  expect(cidrBlocks(block, count, bits)).toEqual(expected);
});
