import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parseSync } from "oxc-parser";
import type { ParseResult } from "oxc-parser";

/** A source file of the project, parsed. */
export class SourceFile {
  /** From the project's root, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly parsed: ParseResult;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    this.parsed = parseSync(file, text);
  }

  /** The directive in the first statement: `use client`, `use server` … */
  get directive(): string | undefined {
    const first = this.parsed.program.body[0];
    return first?.type === "ExpressionStatement" && "directive" in first ? (first.directive ?? undefined) : undefined;
  }

  get lineCount(): number {
    return this.text.split("\n").length - (this.text.endsWith("\n") ? 1 : 0);
  }

  /** What it exports; a default export is called `default`. */
  get exportNames(): { name: string; isType: boolean }[] {
    return this.parsed.module.staticExports.flatMap(({ entries }) =>
      entries.map(({ exportName: { name, kind }, isType }) => ({ name: name ?? kind.toLowerCase(), isType })),
    );
  }

  /** What it imports or exports from elsewhere at run time, types aside. */
  get imported(): string[] {
    const { staticImports, staticExports, dynamicImports } = this.parsed.module;
    return [
      ...staticImports
        .filter(({ entries }) => entries.length === 0 || entries.some((entry) => !entry.isType))
        .map(({ moduleRequest }) => moduleRequest.value),
      ...staticExports.flatMap(({ entries }) =>
        entries.filter((entry) => !entry.isType).flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
      ),
      ...dynamicImports.map(({ moduleRequest }) => this.text.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
    ];
  }

  /** Exported functions and classes that no doc comment stands in front of. */
  get undocumented(): string[] {
    const docs = new Set(
      this.parsed.comments
        .filter(({ type, value }) => type === "Block" && value.startsWith("*"))
        .map(({ end }) => end + (/^\s*/.exec(this.text.slice(end))?.[0].length ?? 0)),
    );
    return this.parsed.program.body.flatMap((statement) => {
      if (statement.type !== "ExportNamedDeclaration" || docs.has(statement.start)) return [];
      const { declaration } = statement;
      if (declaration?.type === "FunctionDeclaration" || declaration?.type === "ClassDeclaration") {
        return declaration.id?.name ?? [];
      }
      if (declaration?.type !== "VariableDeclaration") return [];
      return declaration.declarations.flatMap(({ id, init }) =>
        id.type === "Identifier" && (init?.type === "ArrowFunctionExpression" || init?.type === "FunctionExpression")
          ? id.name
          : [],
      );
    });
  }
}

const SKIPPED =
  /^(node_modules|\.next|\.data|\.git|lib\/\w+\/generated|lib\/cloudtrail\/assembly|test-results|playwright-report|\.test-.*)$/;

/** Every TypeScript file of the project, generated ones aside. */
export async function projectSources(folder = "."): Promise<SourceFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = entries.map(async (entry): Promise<SourceFile[]> => {
    const file = path.posix.join(folder, entry.name);
    if (SKIPPED.test(file)) return [];
    if (entry.isDirectory()) return projectSources(file);
    if (!/\.tsx?$/.test(file) || file.endsWith(".d.ts")) return [];
    return [new SourceFile(file, await readFile(file, "utf8"))];
  });
  return (await Promise.all(found)).flat();
}
