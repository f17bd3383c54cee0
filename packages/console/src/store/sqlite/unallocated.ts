import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from "node:fs";

/**
 * Why this is needed: `secure_delete` overwrites what is deleted where it stands. But when SQLite moves rows to another page
 * to make room, it leaves the old copies in the page's unallocated space, which no statement reaches; a row that is deleted
 * later is then deleted in one place of two. The file format says where that space is and that nothing in it means anything
 * (https://sqlite.org/fileformat2.html, section 1.6), so it can be filled with zeros in the file.
 */
export interface Scrubber {
  /**
   * Clears some pages, beginning with the one given (the first is 0). The write-ahead log has to be empty, and no page may
   * be held in the memory of a connection that writes: either would bring old bytes back.
   *
   * @returns Where to go on, or null at the end of the file.
   */
  scrub(from: number): number | null;
  close(): void;
}

/** Pages at once: some milliseconds of work, so that an append does not wait long. */
const atOnce = 2_048;

/**
 * The numbers of pages are below this (128 GiB), so a page that begins with the number of another one (of an overflow or a
 * free list) never begins with the type of a page of rows.
 */
const mostPages = 2 ** 25;

/** @param file - Stays open until `close`: closing it would drop every lock that this process has on it. */
export function scrubber(file: string): Scrubber {
  const descriptor = openSync(file, "r+");
  const header = Buffer.alloc(100);
  readSync(descriptor, header, 0, header.length, 0);
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const usable = pageSize - (header[20] as number);
  const buffer = Buffer.alloc(pageSize * atOnce);
  return {
    scrub(from) {
      const pages = Math.floor(fstatSync(descriptor).size / pageSize);
      if (pages >= mostPages) throw new Error("The file is too large to be cleared.");
      const read = readSync(descriptor, buffer, 0, buffer.length, from * pageSize);
      let changed = false;
      for (let at = 0; at + pageSize <= read; at += pageSize) {
        const page = buffer.subarray(at, at + usable);
        const isFirst = from === 0 && at === 0;
        if (!clearUnallocated(page, isFirst ? 100 : 0)) continue;
        writeSync(descriptor, page, 0, usable, from * pageSize + at);
        changed = true;
      }
      if (changed) fsyncSync(descriptor);
      const next = from + atOnce;
      return next < pages ? next : null;
    },
    close: () => closeSync(descriptor),
  };
}

const zeros = Buffer.alloc(65_536);

/** Types of pages that hold rows, and the size of their headers. */
const headers: ReadonlyMap<number, number> = new Map([
  [2, 12],
  [5, 12],
  [10, 8],
  [13, 8],
]);

/** Fills the space between the list of cells and the first cell with zeros. Says whether there was anything in it. */
export function clearUnallocated(page: Buffer, start: number): boolean {
  const size = headers.get(page[start] as number);
  if (size === undefined) return false;
  const from = start + size + 2 * page.readUInt16BE(start + 3);
  const to = page.readUInt16BE(start + 5) || 65_536;
  if (from > to || to > page.length) return false;
  const space = page.subarray(from, to);
  if (space.equals(zeros.subarray(0, space.length))) return false;
  space.fill(0);
  return true;
}
