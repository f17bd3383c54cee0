/** As a shell gives it for a program that ended at Ctrl+C. */
export const stoppedCode = 130;

/** Whether work was broken off because somebody asked for it. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
