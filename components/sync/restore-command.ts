const BEGIN = "aws s3api restore-object ";

/** The command in an archived file's reason that has it restored; null where there is none. */
export function restoreCommand(reason: string | null): string | null {
  const at = reason?.indexOf(BEGIN) ?? -1;
  return reason === null || at === -1 ? null : reason.slice(at);
}
