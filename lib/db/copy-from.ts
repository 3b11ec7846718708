/** Begins a COPY from this process into a table: `client.query(copyFrom("COPY … FROM STDIN"))` is a stream to write to. */
export { from as copyFrom } from "pg-copy-streams";
