/** The whole language of queries by example, for the bar's help and docs/query.md. */
export const QUERY_HELP: readonly { example: string; means: string }[] = [
  { example: "project:shop", means: "a filter's name and a value" },
  { example: "action:CreateProject,DeleteProject", means: "any of several values" },
  { example: "!principal:*deploy*", means: "all but these; * stands for anything" },
  { example: "!error:*", means: "no value at all" },
  { example: 'agent:"aws-cli, version 2"', means: "quotes around spaces, commas and quotes" },
  { example: "from:-30d to:2024-07-31", means: "a time, or how long ago: s m h d w M y" },
  { example: 'alice "remote access"', means: "words in the record, all of them" },
  { example: "!sandbox", means: "a word that the record doesn't have" },
  { example: "q:alice,bob", means: "any of several words" },
  { example: "related:include", means: "also what other services did" },
];
