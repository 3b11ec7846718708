// Loaded first (`node --import`) into each process that `npm start` runs: where the parent is gone without having said
// so (killed, crashed), its end of the channel closes, and the child leaves as if it had been asked to. The child's own
// children inherit the flag, but not this parent.

if (process.env.ASTROLABE_PARENT === String(process.ppid)) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  // The channel alone must not keep a finished process alive.
  process.channel?.unref();
}
