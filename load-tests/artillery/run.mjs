// `./warmpath load`: a target, its data and tokens, the scenario, what became of its orders, the report.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Api, subjectOf } from './api.mjs';
import { awaitCalm } from './calm.mjs';
import { parseOptions, scenarios, USAGE, UsageError, UserError } from './options.mjs';
import { endChildrenOnSignal, run, start, stop } from './processes.mjs';
import { checksIn, html, summary } from './report.mjs';
import { acceptedOrders, settled } from './settle.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const reports = path.join(root, 'target/load');
const launcher = path.join(root, 'warmpath');
const LEAST_NODE = 20;
const CALLERS = 20;
const WARM_UPS = 4;

async function main(args) {
  const options = parseOptions(args, process.env);
  if (options.help || options.list) {
    process.stdout.write(options.help ? USAGE : listing());
    return 0;
  }
  await install();
  mkdirSync(reports, { recursive: true });
  const own = options.target ? undefined : await startLocalRun();
  try {
    return await load(options, new Api(options.target ?? own.url));
  } finally {
    await own?.stop();
  }
}

function listing() {
  return scenarios()
    .map(({ name, about }) => `${name.padEnd(13)}${about}\n`)
    .join('');
}

async function install() {
  if (Number(process.versions.node.split('.')[0]) < LEAST_NODE) {
    throw new UserError(`node is ${process.versions.node}, expected ${LEAST_NODE} or newer: https://nodejs.org.`);
  }
  if (isInstalled()) {
    return;
  }
  say('Installing Artillery (about 460 MB, once)');
  if ((await run('npm', ['ci', '--omit=dev'], { cwd: here })) !== 0) {
    throw new UserError(`npm ci failed in ${here}: its lines above say why.`);
  }
}

function isInstalled() {
  const changed = (file) => statSync(path.join(here, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return changed('node_modules/.package-lock.json') >= changed('package-lock.json');
}

/** A run on a free port; what it prints goes to a file. */
async function startLocalRun() {
  say('Starting a local run');
  const logFile = path.join(reports, 'local-run.log');
  const child = start(launcher, ['up', '--port', '0'], { logFile });
  const url = await Promise.race([printedUrl(child), child.exited.then(() => undefined)]);
  if (!url) {
    throw new UserError(`the local run did not start: ${logFile} says why.`);
  }
  return { url, stop: () => stop(child) };
}

function printedUrl(child) {
  return new Promise((resolve) => {
    let text = '';
    const look = (chunk) => {
      text += chunk;
      const [, url] = /URL +(http:\S+)/.exec(text) ?? [];
      if (url) {
        child.stdout.off('data', look);
        resolve(url);
      }
    };
    child.stdout.on('data', look);
  });
}

async function load(options, api) {
  const files = filesOf(options.scenario);
  const who = options.local ? await localCallers(api) : await remoteCaller(api, options.token);
  process.once('exit', () => rmSync(files.callers, { force: true }));
  writeFileSync(files.callers, JSON.stringify(who), { mode: 0o600 });
  if (options.local) {
    await warmUp(options, api, files);
  }
  return measure(options, api, files, who);
}

function filesOf(scenario) {
  const file = (ending) => path.join(reports, scenario + ending);
  return {
    data: file('.json'),
    page: file('.html'),
    log: file('.log'),
    warmUpLog: file('.warm-up.log'),
    callers: file('.callers'),
    accepted: file('.accepted'),
  };
}

/** Seeds an empty API, and makes tokens for the first of its users. */
async function localCallers(api) {
  const admin = await api.token('load-admin', 'users:read users:write orders:read orders:write admin');
  if (!(await api.hasProducts())) {
    say('Seeding');
    await api.wakeWriters(admin);
    await seed(api);
  }
  const callers = [];
  for (let number = 1; number <= CALLERS; number++) {
    const userId = number === 1 ? 'demo' : `demo-${number}`;
    callers.push({ userId, token: await api.token(userId) });
  }
  await api.checkCaller(callers[0]);
  for (const caller of callers) {
    await api.placeSomeOrders(caller);
  }
  return { callers, admin };
}

async function seed(api) {
  const port = new URL(api.url).port || '80';
  if ((await run(launcher, ['seed', '--port', port], { stdio: ['ignore', 'ignore', 'inherit'] })) !== 0) {
    throw new UserError(`${api.url} could not be seeded.`);
  }
}

async function remoteCaller(api, token) {
  const caller = { userId: subjectOf(token), token };
  await api.checkCaller(caller);
  if (!(await api.hasProducts())) {
    throw new UserError(`${api.url} has no demo products: ./warmpath seed --url ${api.url} --token ADMIN_TOKEN loads them.`);
  }
  return { callers: [caller], admin: token };
}

/**
 * A function's first use makes its snapshot here, which on Lambda is made when a version is published. So one caller alone
 * goes through the scenario first, then a crowd that gets each function all its environments: many that start while the
 * load is measured would slow each other down until the API gives up.
 */
async function warmUp(options, api, files) {
  say('Warming up');
  await warmUpBy('smoke', ['--solo'], options, api, files);
  if (!(await warmUpBy('crowd', [], options, api, files))) {
    say('The machine stays busy with something else: expect slower answers than it could give.');
  }
}

/** Again until no function is too slow to answer; tells whether the machine is calm afterwards. */
async function warmUpBy(environment, more, options, api, files) {
  let calm = false;
  for (let passes = 0, code = 1; code !== 0 && passes < WARM_UPS; passes++) {
    ({ code } = await artillery({ ...options, environment }, api, files, files.warmUpLog, more));
    calm = await awaitCalm();
  }
  return calm;
}

async function measure(options, api, files, who) {
  say(`Running ${options.scenario} (${options.environment}) against ${api.url}`);
  rmSync(files.data, { force: true });
  rmSync(files.accepted, { force: true });
  const { code, output } = await artillery(options, api, files, files.log, ['--output', files.data]);
  const checks = checksIn(output);
  if (checks.length === 0) {
    throw new UserError(`Artillery ended with ${code} and without a result: ${files.log} says why.`);
  }
  const orders = await ordersOf(options, api, files, who);
  const result = { scenario: options.scenario, environment: options.environment, target: api.url, checks, orders };
  return report(result, files);
}

async function artillery({ scenario, environment, durationSeconds }, api, files, logFile, more) {
  const bin = path.join(here, 'node_modules/artillery/bin/run');
  const script = path.join(here, 'scenarios', `${scenario}.yml`);
  const args = [bin, 'run', script, '--config', path.join(here, 'common.yml')];
  args.push('--environment', environment, '--target', api.url, ...more);
  const child = start(process.execPath, args, { logFile, env: environmentOf(files, durationSeconds) });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  return { code: await child.exited, output };
}

function environmentOf(files, durationSeconds) {
  return {
    ...process.env,
    ARTILLERY_DISABLE_TELEMETRY: 'true',
    FORCE_COLOR: '0',
    LOAD_CALLERS: files.callers,
    LOAD_ACCEPTED: files.accepted,
    LOAD_DURATION: `${durationSeconds}s`,
  };
}

async function ordersOf(options, api, files, { callers }) {
  const accepted = acceptedOrders(files.accepted);
  if (accepted.length === 0) {
    return undefined;
  }
  say(`Asking for ${accepted.length} accepted orders`);
  const tokens = new Map(callers.map(({ userId, token }) => [userId, token]));
  const statusOf = ({ userId, orderId }) => api.statusOf(orderId, tokens.get(userId));
  return settled(accepted, statusOf, options.settleSeconds * 1_000);
}

function report(result, files) {
  const data = { ...JSON.parse(readFileSync(files.data, 'utf8')), warmpath: result };
  writeFileSync(files.data, JSON.stringify(data));
  writeFileSync(files.page, html(data));
  process.stdout.write(summary(data));
  say(`Report: ${files.page}\nData:   ${files.data}`);
  return result.checks.every(({ ok }) => ok) && !result.orders?.undecided ? 0 : 1;
}

function say(line) {
  console.error(line);
}

endChildrenOnSignal();
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UserError)) {
    throw error;
  }
  say(`warmpath: ${error.message}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
