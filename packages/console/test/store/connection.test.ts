import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { connect } from "../../src/store/sqlite/connection.ts";
import { sqlitePlace } from "./drivers.ts";
import { accepted } from "./samples.ts";

it.each(["commit", "rollback"])(
  "keeps no batch inside a transaction of others, and those after its %s",
  async (end) => {
    const { directory, open, remove } = await sqlitePlace();
    onTestFinished(remove);
    await (await open()).close();
    const connection = await connect({
      file: join(directory, "console.db"),
      lock: join(directory, "lock"),
      pragmas: [],
    });
    const heads = async () => (await connection.run("select head from counter", [])).rows;

    await connection.run("begin immediate", []);
    const appended = [connection.append([accepted(), accepted()]), connection.append([accepted()])];
    expect(await heads()).toEqual([{ head: 0 }]);
    await connection.run(end, []);
    expect(await Promise.all(appended)).toEqual([[1, 2], [3]]);
    expect(await heads()).toEqual([{ head: 3 }]);
    await connection.close();
  },
);
