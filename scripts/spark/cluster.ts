import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { javaHome, noSpark, sparkHome } from './home.ts';

export interface SparkCluster {
  /** Of its Thrift server, as JIANZHEN_SPARK_URL takes it. */
  readonly url: string;
  /** Tables that are there now. */
  tables(): string[];
  /** Kills a worker with all that it holds; it does not come back. */
  killWorker(index: number): void;
  /** Ends the Thrift server, and starts another at the same port. */
  killServer(): Promise<void>;
  startServer(): Promise<void>;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  readonly workers: number;
  readonly coresPerWorker: number;
  /** Megabytes of a worker's heap, all given to its one executor. */
  readonly workerMemory: number;
  readonly serverMemory: number;
  readonly shufflePartitions: number;
  /** Whether all is small: server and executors then start quickly, and would be slower in the long run. */
  readonly brief: boolean;
}

export const clusterDefaults: ClusterOptions = {
  workers: 2,
  coresPerWorker: 1,
  workerMemory: 768,
  serverMemory: 1024,
  shufflePartitions: 2,
  brief: true,
};

const HOST = '127.0.0.1';
/** Most of a short job is starting up: the first compiler and the simplest collector do. */
const LIGHT = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
/** Settings for queries that take less than their compilation would. */
const BRIEF = {
  'spark.driver.extraJavaOptions': LIGHT.join(' '),
  'spark.executor.extraJavaOptions': LIGHT.join(' '),
  'spark.sql.codegen.wholeStage': 'false',
};
const STARTED_MS = 300_000;

async function listening(port: number, child: ChildProcess, log: string): Promise<void> {
  for (const until = Date.now() + STARTED_MS; ; ) {
    const socket = connect(port, HOST);
    const open = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (open) return;
    if (child.exitCode !== null || Date.now() > until) {
      const said = await readFile(log, 'utf8').catch(() => '');
      throw new Error(`Spark did not start (${log}):\n${said.slice(-3000)}`);
    }
    await sleep(200);
  }
}

/** A standalone cluster on loopback: a master, workers, and a Thrift server whose tables live in a temporary folder. */
export async function startSpark(given: Partial<ClusterOptions> = {}): Promise<SparkCluster> {
  if (!sparkHome || !javaHome) throw new Error(noSpark!);
  const options = { ...clusterDefaults, ...given };
  const folder = await mkdtemp(join(tmpdir(), 'jianzhen-spark-'));
  const warehouse = join(folder, 'warehouse');
  const java = join(javaHome, 'bin', 'java');
  const env = {
    ...process.env,
    JAVA_HOME: javaHome,
    SPARK_HOME: sparkHome,
    // Workers ask for it before they launch an executor; only Spark's own shell scripts set it.
    SPARK_SCALA_VERSION: '2.13',
    SPARK_LOCAL_IP: HOST,
    SPARK_LOCAL_DIRS: join(folder, 'local'),
    SPARK_WORKER_DIR: join(folder, 'work'),
  };
  const running: ChildProcess[] = [];
  let started = 0;
  const launch = (what: string, command: string, args: readonly string[]) => {
    const log = join(folder, `${what}-${started++}.log`);
    const out = openSync(log, 'w');
    // A group of its own, so that a worker's executors can be killed with it.
    const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', out, out], detached: true });
    running.push(child);
    return { child, log };
  };
  const jvm = (what: string, memory: number, args: readonly string[]) =>
    launch(what, java, [...LIGHT, `-Xmx${memory}m`, '-cp', join(sparkHome!, 'jars', '*'), ...args]);
  const kill = (child: ChildProcess) => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGKILL');
  };

  const masterPort = await freePort();
  const master = `spark://${HOST}:${masterPort}`;
  const thriftPort = await freePort();
  let server: ChildProcess | null = null;
  const startServer = async () => {
    const settings: Readonly<Record<string, string | number>> = {
      'spark.driver.host': HOST,
      'spark.driver.bindAddress': HOST,
      'spark.executor.memory': `${options.workerMemory}m`,
      'spark.executor.cores': options.coresPerWorker,
      ...(options.brief ? BRIEF : {}),
      'spark.sql.shuffle.partitions': options.shufflePartitions,
      'spark.sql.catalogImplementation': 'in-memory',
      'spark.sql.warehouse.dir': warehouse,
      'spark.sql.thriftServer.incrementalCollect': 'true',
      'spark.ui.enabled': 'false',
      // A worker that is killed is noticed within seconds and not within two minutes.
      'spark.network.timeout': '20s',
      'spark.network.timeoutInterval': '5s',
      'spark.executor.heartbeatInterval': '5s',
      'spark.hadoop.hive.server2.thrift.port': thriftPort,
      'spark.hadoop.hive.server2.thrift.bind.host': HOST,
    };
    const { child, log } = launch('server', join(sparkHome!, 'bin', 'spark-submit'), [
      '--master',
      master,
      '--driver-memory',
      `${options.serverMemory}m`,
      '--class',
      'org.apache.spark.sql.hive.thriftserver.HiveThriftServer2',
      ...Object.entries(settings).flatMap(([name, value]) => ['--conf', `${name}=${value}`]),
      'spark-internal',
    ]);
    server = child;
    await listening(thriftPort, child, log);
  };
  const stop = async () => {
    for (const child of running) kill(child);
    await sleep(300);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 300 });
  };

  try {
    const deploy = 'org.apache.spark.deploy';
    const at = ['--host', HOST, '--webui-port', '0'];
    const head = jvm('master', 256, [`${deploy}.master.Master`, ...at, '--port', String(masterPort)]);
    await listening(masterPort, head.child, head.log);
    const workers = Array.from({ length: options.workers }, (_, i) =>
      jvm(`worker${i}`, 256, [
        `${deploy}.worker.Worker`,
        ...at,
        '--cores',
        String(options.coresPerWorker),
        '--memory',
        `${options.workerMemory}m`,
        '--work-dir',
        join(folder, `work${i}`),
        master,
      ]),
    );
    await startServer();
    return {
      url: `thrift://${HOST}:${thriftPort}`,
      tables: () => (existsSync(warehouse) ? readdirSync(warehouse) : []),
      killWorker: (index) => kill(workers[index]!.child),
      async killServer() {
        if (!server) return;
        kill(server);
        if (server.signalCode === null) await once(server, 'exit');
      },
      startServer,
      stop,
    };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}
