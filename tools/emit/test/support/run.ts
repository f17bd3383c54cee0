import { stripTypeScriptTypes } from "node:module";
import { ts } from "ts-morph";

/** Compiles and runs a generated file, which stands by itself: what it imports is types. */
export type Runner = (text: string) => Promise<Record<string, unknown>>;

/** By TypeScript's own compiler. */
export const byTypeScript: Runner = async (text) => {
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, strict: true },
  });
  const [first] = diagnostics;
  if (first !== undefined) throw new Error(ts.flattenDiagnosticMessageText(first.messageText, "\n"));
  const exports = {};
  new Function("exports", "require", outputText)(exports, (name: string) => {
    throw new Error(`A generated file imports ${name} at run time`);
  });
  return exports;
};

/** By Node's, which is another parser and several times faster. */
export const byNode: Runner = async (text) => {
  const script = stripTypeScriptTypes(text, { mode: "transform" });
  return { ...(await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(script)}`)) };
};

/** What the parser finds in the comment of each member or constant, by name. */
export function commentsIn(text: string): Map<string, { comment: string; tags: string[] }> {
  const file = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true);
  const found = new Map<string, { comment: string; tags: string[] }>();
  const visit = (node: ts.Node): void => {
    const named = ts.isEnumMember(node) || ts.isVariableDeclaration(node) ? node : undefined;
    if (named !== undefined) {
      const docs = ts.getJSDocCommentsAndTags(named).filter(ts.isJSDoc);
      const [doc] = docs;
      if (doc !== undefined && docs.length === 1) found.set(named.name.getText(), read(doc));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function read(doc: ts.JSDoc): { comment: string; tags: string[] } {
  return {
    comment: ts.getTextOfJSDocComment(doc.comment) ?? "",
    tags: (doc.tags ?? []).map((tag) => `@${tag.tagName.text} ${ts.getTextOfJSDocComment(tag.comment) ?? ""}`),
  };
}

/** The emitted file with that path. */
export function fileAt(files: readonly { path: string; text: string }[], path: string): string {
  const file = files.find((each) => each.path === path);
  if (file === undefined)
    throw new Error(`${path} was not emitted; there is ${files.map((each) => each.path).join(", ")}`);
  return file.text;
}
