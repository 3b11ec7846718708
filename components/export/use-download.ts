import { useEffect, useRef, useState } from "react";
import type { ExportManifest } from "#lib/events/queries/export-manifest.ts";
import { AnswerError, fetchAnswer } from "#components/explorer/fetch-answer.ts";
import { saveBlob } from "./save-blob.ts";
import { type Arrived, CutError, type Progress, streamExport } from "./stream-export.ts";

export type DownloadState =
  | { step: "ready" }
  | ({ step: "running" } & Progress)
  /** All of it is here; the manifest is being made. */
  | ({ step: "checking" } & Progress)
  | ({ step: "whole"; sha256: string; manifest: ExportManifest } & Progress)
  /** It doesn't match; nothing was kept. */
  | ({ step: "different"; sha256: string; manifest: ExportManifest } & Progress)
  /** It ended as it should, but there is no manifest to hold against it; not handed over yet. */
  | ({ step: "unchecked"; sha256: string; why: string } & Progress)
  | { step: "cancelled" | "cut"; rows: number }
  | { step: "failed"; why: string };

export type Wanted = { address: string; manifestAddress: string; isCsv: boolean; fileName: string };

/** How often what is drawn follows what arrives. */
const SHOW_EVERY_MS = 100;

/** One download at a time: read, held against its manifest, and only then handed over. */
export function useDownload() {
  const [state, setState] = useState<DownloadState>({ step: "ready" });
  const abort = useRef<AbortController>(null);
  const waiting = useRef<{ arrived: Arrived; wanted: Wanted }>(null);
  useEffect(
    () => () => {
      abort.current?.abort();
      void waiting.current?.arrived.sink.discard();
    },
    [],
  );

  async function start(wanted: Wanted) {
    await drop();
    const { signal } = (abort.current = new AbortController());
    let rows = 0;
    let shownAt = 0;
    setState({ step: "running", rows: 0, bytes: 0 });
    try {
      const arrived = await streamExport(wanted.address, {
        isCsv: wanted.isCsv,
        signal,
        onProgress(progress) {
          rows = progress.rows;
          if (performance.now() - shownAt < SHOW_EVERY_MS) return;
          shownAt = performance.now();
          setState({ step: "running", ...progress });
        },
      });
      waiting.current = { arrived, wanted };
    } catch (error) {
      if (signal.aborted) setState({ step: "cancelled", rows });
      else if (error instanceof CutError) setState({ step: "cut", rows: error.rows });
      else setState({ step: "failed", why: reasonOf(error) });
      return;
    }
    await check();
  }

  /** Holds what arrived against what the server says it must be. */
  async function check() {
    if (waiting.current === null) return;
    const { arrived, wanted } = waiting.current;
    const { rows, bytes, sha256 } = arrived;
    const { signal } = (abort.current = new AbortController());
    setState({ step: "checking", rows, bytes });
    try {
      const manifest = await fetchAnswer<ExportManifest>(wanted.manifestAddress, { signal });
      const isSame = manifest.rows === rows && manifest.sha256 === sha256 && manifest.bytes === bytes;
      if (isSame) await save();
      else await drop();
      setState({ step: isSame ? "whole" : "different", rows, bytes, sha256, manifest });
    } catch (error) {
      const why = signal.aborted ? "The check was stopped." : reasonOf(error);
      setState({ step: "unchecked", rows, bytes, sha256, why });
    }
  }

  async function save() {
    if (waiting.current === null) return;
    const { arrived, wanted } = waiting.current;
    saveBlob(await arrived.sink.finish(), wanted.fileName);
    // The browser copies it now; it is swept later.
    waiting.current = null;
  }

  async function drop() {
    const dropped = waiting.current;
    waiting.current = null;
    await dropped?.arrived.sink.discard();
  }

  return {
    state,
    isBusy: state.step === "running" || state.step === "checking",
    start: (wanted: Wanted) => void start(wanted),
    cancel: () => abort.current?.abort(),
    checkAgain: () => void check(),
    /** Hands over what couldn't be checked. */
    saveUnchecked: () => void save().then(() => setState({ step: "ready" })),
    /** Forgets how the last one ended; of another choice it says nothing. */
    reset: () => void drop().then(() => setState({ step: "ready" })),
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof AnswerError) return error.said ?? error.message;
  if (error instanceof DOMException && error.name === "QuotaExceededError")
    return "The browser has no room left for a file of this size; use the API call.";
  return error instanceof Error ? error.message : "Something went wrong.";
}
