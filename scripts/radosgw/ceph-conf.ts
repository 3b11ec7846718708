import path from "node:path";
import type { RadosgwKit } from "./radosgw-kit.ts";

const FSID = "11111111-2222-3333-4444-555555555555";
/** Connections that would be encrypted by default, for which there are no keys. */
const MODES = ["cluster", "service", "client", "mon_cluster", "mon_service", "mon_client"];

/** What `monmaptool` and the daemons need to know of a cluster of one monitor, one store and one gateway. */
export type CephPlan = { fsid: string; monitor: string; config: string };

/**
 * The configuration of a throw-away cluster on loopback with its objects in memory. It asks for no authentication
 * between its own parts; the gateway checks signatures and policies as S3 does.
 */
export function cephConf(options: { runDir: string; kit: RadosgwKit; ports: [number, number, number] }): CephPlan {
  const { runDir, kit, ports } = options;
  const inRun = (name: string) => path.join(runDir, name);
  const monitor = `[v2:127.0.0.1:${ports[0]},v1:127.0.0.1:${ports[1]}]`;
  const sections = {
    global: {
      fsid: FSID,
      mon_initial_members: "a",
      mon_host: monitor,
      public_addr: "127.0.0.1",
      cluster_addr: "127.0.0.1",
      ms_bind_ipv6: false,
      auth_cluster_required: "none",
      auth_service_required: "none",
      auth_client_required: "none",
      ...Object.fromEntries(MODES.map((name) => [`ms_${name}_mode`, "crc"])),
      keyring: inRun("keyring"),
      run_dir: runDir,
      admin_socket: inRun("$name.asok"),
      pid_file: inRun("$name.pid"),
      log_file: inRun("$name.log"),
      crash_dir: runDir,
      plugin_dir: path.join(kit.libDir, "ceph"),
      erasure_code_dir: path.join(kit.libDir, "ceph", "erasure-code"),
      osd_class_dir: path.join(kit.libDir, "rados-classes"),
      osd_pool_default_size: 1,
      osd_pool_default_min_size: 1,
      osd_pool_default_pg_num: 1,
      osd_pool_default_pgp_num: 1,
      osd_pool_default_pg_autoscale_mode: "off",
      osd_crush_chooseleaf_type: 0,
      mon_allow_pool_size_one: true,
      mon_pg_warn_min_per_osd: 0,
      mon_max_pg_per_osd: 1000,
      mon_client_hunt_interval: 0.5,
      objecter_tick_interval: 0.2,
      paxos_propose_interval: 0.05,
      paxos_min_wait: 0.01,
    },
    mon: {
      mon_data: inRun("mon"),
      mon_cluster_log_file: inRun("cluster.log"),
      mon_osd_min_up_ratio: 0,
      mon_tick_interval: 1,
      // The disk of a build machine may be nearly full; nothing is kept there.
      mon_data_avail_warn: 2,
      mon_data_avail_crit: 1,
    },
    osd: {
      osd_data: inRun("osd"),
      osd_objectstore: "memstore",
      memstore_device_bytes: 2 * 1024 ** 3,
      osd_memory_target: 939_524_096,
      // The gateway then answers a listing with fewer keys than were asked for, and more to come: S3's pages may be so.
      osd_max_omap_entries_per_request: 16,
      osd_op_num_shards: 2,
      osd_op_num_threads_per_shard: 2,
    },
    "client.rgw": {
      rgw_data: inRun("rgw"),
      rgw_frontends: `beast endpoint=127.0.0.1:${ports[2]} tcp_nodelay=1`,
      rgw_thread_pool_size: 32,
      rgw_enable_usage_log: false,
      rgw_run_sync_thread: false,
      rgw_enable_quota_threads: false,
      rgw_override_bucket_index_max_shards: 3,
      rgw_dynamic_resharding: false,
      rgw_dns_name: "localhost",
      rgw_s3_auth_use_sts: true,
      // The last one's reason for a refusal isn't told: an unknown key is to be called that.
      rgw_s3_auth_order: "local, sts",
      // Sixteen bytes that session tokens are encrypted with.
      rgw_sts_key: "a-throw-away-key",
    },
  };
  const config = Object.entries(sections)
    .map(([name, settings]) => {
      const lines = Object.entries(settings).map(([key, value]) => `${key} = ${String(value)}`);
      return [`[${name}]`, ...lines, ""].join("\n");
    })
    .join("\n");
  return { fsid: FSID, monitor, config };
}
