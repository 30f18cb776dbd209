import { isIPv4, isIPv6 } from "node:net";

const countMax = 256;

/**
 * The first blocks of a block, as `Fn::Cidr` cuts it; undefined when it does not hold that many.
 *
 * @param block such as `10.0.0.0/16`
 * @param hostBits how many bits each of the new blocks leaves to hosts
 */
export function cidrBlocks(block: string, count: number, hostBits: number): string[] | undefined {
  const [address = "", prefixText = ""] = block.split("/");
  const width = isIPv4(address) ? 32 : isIPv6(address) && !address.includes(".") ? 128 : 0;
  const prefix = /^\d{1,3}$/.test(prefixText) ? Number(prefixText) : width + 1;
  if (width === 0 || prefix > width || block.split("/").length !== 2) return undefined;
  if (!Number.isInteger(count) || count < 1 || count > countMax) return undefined;
  const ownBits = width - hostBits - prefix;
  if (!Number.isInteger(hostBits) || hostBits < 1 || ownBits < 0) return undefined;
  if (ownBits < 9 && count > 2 ** ownBits) return undefined;
  const start = (numberOf(address, width) >> BigInt(width - prefix)) << BigInt(width - prefix);
  return Array.from({ length: count }, (_, index) => {
    const first = start + (BigInt(index) << BigInt(hostBits));
    return `${addressOf(first, width)}/${width - hostBits}`;
  });
}

function numberOf(address: string, width: number): bigint {
  const parts = width === 32 ? address.split(".").map(Number) : groupsOf(address);
  const bits = width === 32 ? 8n : 16n;
  return parts.reduce((number, part) => (number << bits) | BigInt(part), 0n);
}

/** The eight groups of an IPv6 address, those that `::` leaves out among them. */
function groupsOf(address: string): number[] {
  const [head = "", tail = ""] = address.split("::");
  const read = (part: string) =>
    part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16));
  const [before, after] = [read(head), read(tail)];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function addressOf(number: bigint, width: number): string {
  const bits = width === 32 ? 8 : 16;
  const parts = Array.from({ length: width / bits }, (_, index) => {
    const part = BigInt.asUintN(bits, number >> BigInt(width - bits * (index + 1)));
    return part.toString(width === 32 ? 10 : 16);
  });
  return width === 32 ? parts.join(".") : compressed(parts.join(":"));
}

/** The last zeros, which is where blocks have them, as `::`. */
function compressed(address: string): string {
  return address.replace(/(?::0)+$/, "::").replace(/^0::$/, "::");
}
