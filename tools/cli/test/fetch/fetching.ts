import { FetchError, type FetchOptions, fetchPage } from "../../src/fetch/fetch-page.ts";

/** A clock that a test holds: sleeping takes no time, and is written down. */
export interface TestClock {
  readonly slept: number[];
  now(): number;
  sleep(ms: number): Promise<void>;
  random(): number;
}

export function testClock(start = Date.parse("2026-01-05T12:00:00Z")): TestClock {
  const slept: number[] = [];
  return {
    slept,
    now: () => start + slept.reduce((sum, ms) => sum + ms, 0),
    sleep: async (ms) => void slept.push(ms),
    random: () => 0,
  };
}

/** Fetches what must not come, and gives the error. */
export async function refusal(url: string, options: FetchOptions = {}): Promise<FetchError> {
  try {
    const fetched = await fetchPage(url, { clock: testClock(), ...options });
    throw new Error(`Expected a FetchError, got ${fetched.kind} from ${fetched.finalUrl}`);
  } catch (error) {
    if (error instanceof FetchError) return error;
    throw error;
  }
}

/** A page as documentation has it: with a table. */
export const page = `<!doctype html>
<html lang="en">
<head><title>Events | Example docs</title></head>
<body>
<h1>Events</h1>
<table><tr><th>Value</th><th>Description</th></tr><tr><td><code>started</code></td><td>It has begun</td></tr></table>
</body>
</html>
`;

export const markdown = `# Events

| Value     | Description  |
| --------- | ------------ |
| \`started\` | It has begun |
`;
