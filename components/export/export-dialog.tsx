"use client";
import { useState } from "react";
import { eventFields } from "#lib/events/fields.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { DownloadReport } from "./download-report.tsx";
import { curlCommand, exportAddress, withAbsoluteTimes, type ExportKind } from "./export-address.ts";
import { ExportSizeLine } from "./export-size-line.tsx";
import { useDownload } from "./use-download.ts";
import { useExportSize } from "./use-export-size.ts";

type Props = {
  filter: EventFilter;
  asOf?: number;
  order?: "asc" | "desc";
  columns?: readonly string[];
  onClose: () => void;
};

const KINDS = [
  { value: "spreadsheet", label: "CSV for spreadsheets" },
  { value: "csv", label: "CSV" },
  { value: "jsonl", label: "JSON lines" },
] as const;
const ABOUT: Record<ExportKind, string> = {
  spreadsheet:
    "Nothing in a cell is run as a formula: what looks like one gets a ' before it. Begins with a byte order mark.",
  csv: "Each value exactly as it is, for programs. Don’t open it in a spreadsheet: anybody may have written a formula.",
  jsonl: "Each line is a whole record as CloudTrail delivered it.",
};
const ORDERS = [
  { value: "desc", label: "Newest first" },
  { value: "asc", label: "Oldest first" },
] as const;

/** Which file, what it will hold, and its way here or to a shell. */
export function ExportDialog({ filter, asOf: pageAsOf, order: pageOrder = "desc", columns, onClose }: Props) {
  // Relative times count from here, in file, manifest and command alike.
  const [asked] = useState(() => withAbsoluteTimes(filter, new Date()));
  const [kind, setKind] = useState<ExportKind>("spreadsheet");
  const [isAsShown, setAsShown] = useState(false);
  const [order, setOrder] = useState(pageOrder);
  const [ownName, setOwnName] = useState<string | null>(null);
  const size = useExportSize(asked, pageAsOf);
  const download = useDownload();

  const isCsv = kind !== "jsonl";
  const ending = isCsv ? "csv" : "jsonl";
  const fileName = ownName ?? `astrolabe-events${size.asOf === undefined ? "" : `-${size.asOf}`}.${ending}`;
  const choice = { kind, order, columns: isAsShown ? columns : undefined };
  const addressOf = (isManifest: boolean) =>
    size.asOf === undefined ? "" : exportAddress(asked, size.asOf, choice, isManifest);
  const command = curlCommand(location.origin, addressOf(false), fileName);

  /** Another choice is another file, of which the last one's end says nothing. */
  function change<Value>(set: (value: Value) => void) {
    return (value: Value) => {
      set(value);
      download.reset();
    };
  }
  return (
    <Dialog
      title="Export events"
      onClose={onClose}
      mayEscape={() => {
        if (download.isBusy) download.cancel();
        return !download.isBusy;
      }}
    >
      <ExportSizeLine size={size} />
      <fieldset disabled={download.isBusy} className="mt-3 grid gap-3">
        <legend className="sr-only">What the file is like</legend>
        <div className="grid gap-1">
          <div className="flex flex-wrap gap-2">
            <Segmented label="Format" value={kind} choices={KINDS} onChange={change(setKind)} />
            <Segmented label="Order" value={order} choices={ORDERS} onChange={change(setOrder)} />
          </div>
          <p className="text-small text-ink-soft">{ABOUT[kind]}</p>
        </div>
        {isCsv && (
          <Columns shown={columns} isAsShown={isAsShown} onChange={change((value) => setAsShown(value === "shown"))} />
        )}
        <Field
          label="File name"
          name="export-file-name"
          value={fileName}
          spellCheck={false}
          onChange={(event) => setOwnName(event.target.value === "" ? null : event.target.value)}
        />
      </fieldset>
      <DownloadReport
        download={download}
        total={size.rows}
        fileName={fileName}
        canStart={size.asOf !== undefined}
        onStart={() => download.start({ address: addressOf(false), manifestAddress: addressOf(true), isCsv, fileName })}
      />
      {size.asOf !== undefined && (
        <section className="mt-4 border-t border-line pt-3">
          <div className="mb-1 flex items-center gap-4">
            <h3 className="font-medium">The same by the API</h3>
            <span className="ml-auto">
              <CopyButton label="Copy as API call" text={command} />
            </span>
          </div>
          <ScrollRegion label="The command" className="max-h-24 rounded-md bg-sunken px-2 py-1.5">
            <code className="break-all font-mono text-small">{command}</code>
          </ScrollRegion>
        </section>
      )}
    </Dialog>
  );
}

type ColumnsProps = {
  shown: readonly string[] | undefined;
  isAsShown: boolean;
  onChange: (value: "shown" | "all") => void;
};

function Columns({ shown, isAsShown, onChange }: ColumnsProps) {
  const all = `All ${eventFields.length} columns`;
  if (shown === undefined) return <p>{all}</p>;
  const choices = [
    { value: "all", label: all },
    { value: "shown", label: `Columns as shown (${shown.length})` },
  ] as const;
  return (
    <div className="flex">
      <Segmented label="Columns" value={isAsShown ? "shown" : "all"} choices={choices} onChange={onChange} />
    </div>
  );
}
