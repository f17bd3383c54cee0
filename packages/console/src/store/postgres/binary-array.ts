import type { Cell, ColumnType } from "../sql/flavour.ts";

/** Number of the type of the elements in PostgreSQL's catalog. */
const oids: Readonly<Record<ColumnType, number>> = { text: 25, bigint: 20, bytes: 17 };

const header = 20;
const none = -1;

/**
 * One column of a batch, as PostgreSQL keeps arrays itself. As text, every body would be twice as long, and every cell
 * would be quoted here and read back there.
 */
export function binaryArray(type: ColumnType, cells: readonly Cell[]): Buffer {
  const sizes = cells.map(sizeOf);
  const buffer = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + 4 + Math.max(0, size), header));
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(sizes.includes(none) ? 1 : 0, 4);
  buffer.writeInt32BE(oids[type], 8);
  buffer.writeInt32BE(cells.length, 12);
  buffer.writeInt32BE(1, 16);
  let at = header;
  for (const [index, cell] of cells.entries()) {
    const size = sizes[index] as number;
    buffer.writeInt32BE(size, at);
    at += 4;
    if (typeof cell === "string") buffer.write(cell, at);
    else if (typeof cell === "number") writeWhole(buffer, cell, at);
    else if (cell !== null) buffer.set(cell, at);
    at += Math.max(0, size);
  }
  return buffer;
}

function sizeOf(cell: Cell): number {
  if (cell === null) return none;
  if (typeof cell === "number") return 8;
  return typeof cell === "string" ? Buffer.byteLength(cell) : cell.byteLength;
}

/** 64 bits in two's complement, without a bigint for each. */
function writeWhole(buffer: Buffer, whole: number, at: number): void {
  buffer.writeInt32BE(Math.floor(whole / 2 ** 32), at);
  buffer.writeUInt32BE(whole >>> 0, at + 4);
}
