import { createRequire } from "node:module";
import type {
  CodeBlockWriter,
  JSDocStructure,
  OptionalKind,
  Project,
  StatementStructures,
  WriterFunction,
} from "ts-morph";
import { type Element, type LineWriter, type MarkedBodies, markedBodies } from "./bodies.ts";
import type { EmittedFile } from "./emitter.ts";
import { checkCommentLine } from "./escape.ts";
import type { Doc, Interface, Member, SourceFile, Statement } from "./statement.ts";

// Required and not imported: an import would first search a megabyte of CommonJS for the names of its exports.
const morph: typeof import("ts-morph") = createRequire(import.meta.url)("ts-morph");
const { IndentationText, NewLineKind, QuoteKind, StructureKind } = morph;

/**
 * Prints TypeScript. The only file that knows ts-morph, which takes a fifth of a second to load: load this file when
 * there is something to print. Each source file is given to the printer once; nothing is formatted afterwards and no
 * type is checked. The elements of its bodies are put in place after that.
 */
export function print(files: Iterable<SourceFile>): EmittedFile[] {
  const project = new morph.Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Double,
      useTrailingCommas: true,
    },
  });
  return Array.from(files, (file) => {
    const bodies = markedBodies();
    const statements = [header(file), ...file.statements.map((statement) => structure(statement, bodies))];
    return { path: file.path, text: bodies.complete(printStatements(project, file.path, statements)) };
  });
}

function printStatements(project: Project, path: string, statements: (StatementStructures | WriterFunction)[]): string {
  const printed = project.createSourceFile(path, { statements }, { overwrite: true });
  // The printer has parsed what it printed, so that what it found wrong costs nothing to ask.
  const { parseDiagnostics = [] } = printed.compilerNode as { parseDiagnostics?: readonly { messageText: unknown }[] };
  const [wrong] = parseDiagnostics;
  if (wrong !== undefined)
    throw new Error(`Printed with a syntax error: ${path}: ${JSON.stringify(wrong.messageText)}`);
  const text = printed.getFullText();
  printed.forget();
  return text;
}

function header(file: SourceFile): WriterFunction {
  return (writer) => {
    for (const line of file.header) writer.writeLine(`// ${checkCommentLine(line)}`);
    writer.blankLine();
  };
}

function structure(statement: Statement, bodies: MarkedBodies): StatementStructures | WriterFunction {
  switch (statement.kind) {
    case "import":
    case "import values":
      return {
        kind: StructureKind.ImportDeclaration,
        isTypeOnly: statement.kind === "import",
        namedImports: statement.names.map((name) => (typeof name === "string" ? { name } : { ...name })),
        moduleSpecifier: statement.from,
      };
    case "export":
      return { kind: StructureKind.ExportDeclaration, moduleSpecifier: statement.from };
    case "interface":
      return {
        kind: StructureKind.Interface,
        isExported: true,
        ...docs(statement.docs),
        name: statement.name,
        typeParameters: [...(statement.typeParameters ?? [])],
        properties: statement.properties.map((property) => ({
          isReadonly: true,
          ...docs(property.docs),
          name: property.name,
          type: property.type,
          hasQuestionToken: property.optional === true,
        })),
        indexSignatures:
          statement.others === undefined
            ? []
            : [{ isReadonly: true, keyName: "name", keyType: "string", returnType: statement.others }],
      };
    case "function":
      return {
        kind: StructureKind.Function,
        isExported: statement.exported,
        ...docs(statement.docs),
        name: statement.name,
        typeParameters: [...(statement.typeParameters ?? [])],
        parameters: statement.parameters.map((parameter) => ({ ...parameter })),
        returnType: statement.returns,
        statements: statement.body,
      };
    // Structures of members cost more with each member there is, those of values and types indent once too often or
    // leave a space behind. What a writer function writes stays as it is and costs the same for each line.
    case "type":
      return (writer) => {
        writeDocs(writer.blankLineIfLastNot(), statement.docs);
        writer.write(`${statement.exported ? "export " : ""}type ${statement.name}${generic(statement)} =`);
        if (statement.type.startsWith("\n")) writer.indent(() => writer.write(`${statement.type.trimStart()};`));
        else writer.write(` ${statement.type};`);
        writer.newLineIfLastNot();
      };
    case "object type":
      return (writer) => {
        writeDocs(writer.blankLineIfLastNot(), statement.docs);
        writer
          .write(`export type ${statement.name}${generic(statement)} = `)
          .inlineBlock(() => writeProperties(writer, statement));
        writer.write(";").newLine();
      };
    case "enum":
      return (writer) => {
        writeDocs(writer.blankLineIfLastNot(), statement.docs);
        const body = bodies.mark(elements(statement.members, writeEnumMember));
        writer.write(`export enum ${statement.name} `).block(() => writer.writeLine(body));
      };
    case "constants":
      return (writer) => {
        writer.blankLineIfLastNot().writeLine(bodies.mark(elements(statement.members, writeConstant)));
      };
    case "const":
      return (writer) => {
        writeDocs(writer.blankLineIfLastNot(), statement.docs);
        writer.write(`${statement.exported ? "export " : ""}const ${statement.name}: ${statement.type} = `);
        const { value } = statement;
        if (typeof value === "string") return void writer.write(`${value};`).newLine();
        const body = bodies.mark(elements(value.elements, writeElement));
        writer.write(value.open).newLine();
        writer.indent(() => writer.writeLine(body)).writeLine(`${value.close};`);
      };
  }
}

function* elements<T>(of: Iterable<T>, write: (writer: LineWriter, element: T) => void): Generator<Element> {
  for (const element of of) yield (writer) => write(writer, element);
}

function generic({ typeParameters = [] }: { readonly typeParameters?: readonly string[] }): string {
  return typeParameters.length === 0 ? "" : `<${typeParameters.join(", ")}>`;
}

function writeProperties(writer: CodeBlockWriter, { properties, others }: Interface): void {
  for (const { docs, name, optional, type } of properties) {
    writeDocs(writer, docs);
    writer.writeLine(`readonly ${name}${optional === true ? "?" : ""}: ${type};`);
  }
  if (others !== undefined) writer.writeLine(`readonly [name: string]: ${others};`);
}

function writeEnumMember(writer: LineWriter, member: Member): void {
  writeDocs(writer, member.docs);
  writer.writeLine(`${member.name} = ${member.value},`);
}

function writeConstant(writer: LineWriter, member: Member): void {
  writeDocs(writer, member.docs);
  writer.writeLine(`export const ${member.name} = ${member.value};`);
}

function writeElement(writer: LineWriter, element: string): void {
  writer.writeLine(`${element},`);
}

function writeDocs(writer: LineWriter, lines: Doc): void {
  const [only = ""] = lines;
  if (lines.length === 0) return;
  if (lines.length === 1) return void writer.writeLine(`/** ${checkCommentLine(only)} */`);
  writer.writeLine("/**");
  for (const line of lines) writer.writeLine(line === "" ? " *" : ` * ${checkCommentLine(line)}`);
  writer.writeLine(" */");
}

function docs(lines: Doc): { docs?: OptionalKind<JSDocStructure>[] } {
  if (lines.length === 0) return {};
  const text = lines.map(checkCommentLine).join("\n");
  // A leading line feed makes the printer give the opening a line of its own.
  return { docs: [{ description: lines.length === 1 ? text : `\n${text}` }] };
}
