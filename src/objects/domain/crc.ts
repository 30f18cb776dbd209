/** Checksums that node:zlib has not; both in their reflected forms. */

interface Crc {
  update(bytes: Uint8Array): void;
  digest(): Buffer;
}

const castagnoli = 0x82f63b78;

/** CRC-32C (Castagnoli). */
export function createCrc32c(): Crc {
  let value = 0xffffffff;
  return {
    update(bytes) {
      for (const byte of bytes) value = (table32[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
    },
    digest() {
      const buffer = Buffer.alloc(4);
      buffer.writeInt32BE(~value);
      return buffer;
    },
  };
}

const table32 = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ castagnoli : value >>> 1;
  return value;
});

const nvmeHigh = 0x9a6c9329;
const nvmeLow = 0xac4bc9b5;

/** CRC-64/NVME, in two halves: numbers of 64 bits would be objects, one a byte. */
export function createCrc64Nvme(): Crc {
  let high = -1;
  let low = -1;
  return {
    update(bytes) {
      for (const byte of bytes) {
        const index = (low ^ byte) & 0xff;
        low = ((low >>> 8) | (high << 24)) ^ (tableLow[index] ?? 0);
        high = (high >>> 8) ^ (tableHigh[index] ?? 0);
      }
    },
    digest() {
      const buffer = Buffer.alloc(8);
      buffer.writeInt32BE(~high);
      buffer.writeInt32BE(~low, 4);
      return buffer;
    },
  };
}

const tableHigh = new Int32Array(256);
const tableLow = new Int32Array(256);

for (let index = 0; index < 256; index++) {
  let high = 0;
  let low = index;
  for (let bit = 0; bit < 8; bit++) {
    const carry = low & 1;
    low = (low >>> 1) | (high << 31);
    high >>>= 1;
    if (carry) {
      low ^= nvmeLow;
      high ^= nvmeHigh;
    }
  }
  tableHigh[index] = high;
  tableLow[index] = low;
}
