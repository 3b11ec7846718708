/** The tokens of JSON: strings, punctuation, and numbers or words. Expects valid JSON, as every stored record is. */
export const JSON_TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*"|[{}[\],:]|[^\s"{}[\],:]+/g;
