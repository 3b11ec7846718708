import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Ceph's daemons and tools, and where its shared libraries and plugins lie. */
export type RadosgwKit = { binDir: string; libDir: string; libraryPath: string };

const PACKAGES = ["ceph-base", "ceph-common", "ceph-mon", "ceph-osd", "radosgw"];
const TOOLS = ["ceph-mon", "ceph-osd", "monmaptool", "osdmaptool", "radosgw", "radosgw-admin"];
/** Of all that these packages depend on, libraries are enough: nothing is installed, no service is set up. */
const WANTED = /^(ceph-(base|common|mon|osd)|radosgw|lib(?!cephfs|rbd|rgw|lvm2|parted|python).+)$/;
const APT_OPTIONS = ["-o", "Acquire::Retries=3", "-o", "Acquire::http::Timeout=30"];
const APT_LIMIT_MS = 150_000;

/**
 * Ceph's radosgw out of Debian's packages, unpacked into a folder and not installed: installing would bring some sixty
 * packages with services of their own. It is fetched once (about 55 MB); a complete folder is used as it is.
 * @throws Error with one sentence that says what is missing
 */
export async function radosgwKit(folder: string): Promise<RadosgwKit> {
  if (!existsSync(path.join(folder, "complete"))) await fetchKit(folder);
  return placesOf(folder);
}

async function fetchKit(folder: string): Promise<void> {
  await checkPrerequisites();
  await mkdir(path.dirname(folder), { recursive: true });
  const made = await mkdtemp(`${folder}-`);
  try {
    await chmod(made, 0o755);
    await apt(["update", "--quiet"], made);
    const plan = await apt(["install", "--simulate", "--reinstall", "--no-install-recommends", ...PACKAGES], made);
    const names = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, name = ""]) => name);
    const debs = path.join(made, "debs");
    await mkdir(debs);
    await apt(["download", "--quiet", ...names.filter((name) => WANTED.test(name))], debs);
    for (const deb of await readdir(debs)) await run("dpkg-deb", ["--extract", path.join(debs, deb), made]);
    await prune(made);
    await checkRuns(await placesOf(made));
    await writeFile(path.join(made, "complete"), "");
    await rm(folder, { recursive: true, force: true });
    await rename(made, folder);
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

async function checkPrerequisites(): Promise<void> {
  for (const tool of ["apt-get", "dpkg-deb"]) {
    await run(tool, ["--version"]).catch(() => {
      throw new Error(`The S3 tests need Ceph's radosgw out of Debian's packages, and ${tool} isn't on this machine.`);
    });
  }
  if (process.getuid?.() !== 0) {
    throw new Error(
      "The S3 tests fetch Ceph's radosgw with apt-get update, which only root may run: run them as root once.",
    );
  }
}

async function apt(arguments_: string[], cwd: string): Promise<string> {
  try {
    const { stdout } = await run("apt-get", [...APT_OPTIONS, ...arguments_], {
      cwd,
      timeout: APT_LIMIT_MS,
      maxBuffer: 16 * 1024 ** 2,
      env: { ...process.env, LC_ALL: "C" },
    });
    return stdout;
  } catch (error) {
    const { stderr = "", message } = error as Error & { stderr?: string };
    const said = stderr.split("\n").find((line) => line.startsWith("E:")) ?? message.split("\n")[0];
    throw new Error(`Ceph's radosgw couldn't be fetched: apt-get ${arguments_[0]} failed (${said}).`, { cause: error });
  }
}

/** Keeps what runs; the rest of the packages is five times as large. */
async function prune(folder: string): Promise<void> {
  const bin = path.join(folder, "usr", "bin");
  for (const name of await readdir(bin)) if (!TOOLS.includes(name)) await rm(path.join(bin, name), { recursive: true });
  for (const name of ["debs", "etc", "sbin", "var", "usr/sbin", "usr/share", "usr/lib/python3"]) {
    await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

async function checkRuns(kit: RadosgwKit): Promise<void> {
  for (const tool of TOOLS) {
    const env = { ...process.env, LD_LIBRARY_PATH: kit.libraryPath };
    const { stdout } = await run("ldd", [path.join(kit.binDir, tool)], { env });
    const missing = /(\S+) => not found/.exec(stdout)?.[1];
    if (missing) throw new Error(`Ceph's ${tool} needs ${missing}, which neither this machine nor the packages have.`);
  }
}

async function placesOf(folder: string): Promise<RadosgwKit> {
  const root = path.join(folder, "usr", "lib");
  const triplet = (await readdir(root)).find((name) => name.endsWith("-linux-gnu")) ?? "";
  const libDir = path.join(root, triplet);
  return {
    binDir: path.join(folder, "usr", "bin"),
    libDir,
    libraryPath: [libDir, path.join(libDir, "ceph"), path.join(folder, "lib", triplet)].join(":"),
  };
}
