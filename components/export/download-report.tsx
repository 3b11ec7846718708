import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { formatBytes } from "#components/text/format-bytes.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { canWriteToDisk } from "./open-sink.ts";
import { saveBlob } from "./save-blob.ts";
import type { DownloadState, useDownload } from "./use-download.ts";

type Props = {
  download: ReturnType<typeof useDownload>;
  /** Rows that the file will hold; undefined where that isn't known. */
  total: number | undefined;
  fileName: string;
  canStart: boolean;
  onStart: () => void;
};

/** The download: its button, how far it is, and how it ended. */
export function DownloadReport({ download, total, fileName, canStart, onStart }: Props) {
  const { state, isBusy, cancel } = download;
  return (
    <div className="mt-3 grid gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {isBusy ? (
          <Button onClick={cancel}>{state.step === "checking" ? "Stop the check" : "Cancel"}</Button>
        ) : (
          <Button
            variant="main"
            disabled={!canStart}
            // The second click of a double one on Cancel, which stood here.
            onClick={(event) => event.detail < 2 && onStart()}
          >
            <Download className="size-3.5" aria-hidden="true" />
            {state.step === "ready" ? "Download" : "Download again"}
          </Button>
        )}
        {isBusy && <Running state={state} total={total} />}
        {state.step === "ready" && (
          <p className="text-small text-ink-soft">
            {canWriteToDisk()
              ? "Handed over once it is whole and matches its manifest."
              : "Kept in this browser’s memory until it is whole and matches its manifest; for very large files use the API call."}
          </p>
        )}
      </div>
      {/* Always there, so that a screen reader hears what comes into it. */}
      <div role="status" className="empty:hidden">
        <Ended state={state} download={download} fileName={fileName} />
      </div>
    </div>
  );
}

function Running({ state, total }: { state: DownloadState; total: number | undefined }) {
  if (state.step !== "running" && state.step !== "checking") return null;
  const isChecking = state.step === "checking";
  const rows =
    total === undefined ? countOf(state.rows, "row") : `${formatCount(state.rows)} of ${countOf(total, "row")}`;
  const text = isChecking
    ? `${countOf(state.rows, "row")} are here; held against the manifest…`
    : `${rows}, ${formatBytes(state.bytes)}`;
  return (
    <div className="min-w-48 flex-1">
      <progress
        aria-label={isChecking ? "Check" : "Download"}
        aria-valuetext={text}
        className="block h-1.5 w-full accent-brass"
        max={Math.max(1, total ?? 1)}
        value={isChecking || total === undefined ? undefined : Math.min(state.rows, total)}
      />
      <p className="mt-1 text-small tabular-nums text-ink-soft">{text}</p>
    </div>
  );
}

type EndedProps = { state: DownloadState; download: Props["download"]; fileName: string };

function Ended({ state, download, fileName }: EndedProps) {
  switch (state.step) {
    case "ready":
    case "running":
    case "checking":
      return null;
    case "whole":
      return (
        <Outcome
          title={`${countOf(state.rows, "row")}, ${formatBytes(state.bytes)}, matches the manifest.`}
          sha256={state.sha256}
        >
          <Button
            className="justify-self-start"
            onClick={() =>
              saveBlob(
                new Blob([`${JSON.stringify(state.manifest, null, 2)}\n`], { type: "application/json" }),
                `${fileName}.manifest.json`,
              )
            }
          >
            Save the manifest
          </Button>
        </Outcome>
      );
    case "different":
      return (
        <Outcome isBad title="Does not match the manifest, and was thrown away." sha256={state.sha256}>
          <p>
            {countOf(state.rows, "row")} came; the manifest says {countOf(state.manifest.rows, "row")} with the hash{" "}
            <code className="break-all font-mono text-small">{state.manifest.sha256}</code>. It was cut on the way, or
            what events say has changed meanwhile: download it again.
          </p>
        </Outcome>
      );
    case "unchecked":
      return (
        <Outcome isBad title={`${countOf(state.rows, "row")} came, but could not be checked.`} sha256={state.sha256}>
          <p>{state.why}</p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={download.checkAgain}>Check again</Button>
            <Button onClick={download.saveUnchecked}>Save without a check</Button>
          </div>
        </Outcome>
      );
    case "cut":
      return (
        <Outcome isBad title={`Cut after ${countOf(state.rows, "row")}: not a whole file.`}>
          <p>The connection broke off. Nothing of it was kept; download it again.</p>
        </Outcome>
      );
    case "cancelled":
      return <Outcome title={`Cancelled after ${countOf(state.rows, "row")}. Nothing was kept.`} />;
    case "failed":
      return (
        <Outcome isBad title="Could not be downloaded.">
          <p>{state.why}</p>
        </Outcome>
      );
  }
}

type OutcomeProps = { title: string; isBad?: boolean; sha256?: string; children?: ReactNode };

function Outcome({ title, isBad = false, sha256, children }: OutcomeProps) {
  return (
    <div className={`grid gap-2 border-l-2 pl-3 ${isBad ? "border-failure" : "border-brass"}`}>
      <p className={isBad ? "font-medium text-failure" : "font-medium"}>{title}</p>
      {sha256 !== undefined && (
        <p className="flex items-center gap-2 text-small">
          <span className="shrink-0">SHA-256</span>
          <code className="min-w-0 break-all font-mono">{sha256}</code>
          <CopyButton isSmall label="Copy the hash" text={sha256} />
        </p>
      )}
      {children}
    </div>
  );
}
