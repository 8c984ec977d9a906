// The command line of `./warmpath load`.
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** What the user can mend; its message is for the terminal, without a stack. */
export class UserError extends Error {}

/** A command line that makes no sense. */
export class UsageError extends UserError {}

const scenariosFolder = new URL('scenarios/', import.meta.url);
const UNITS = { s: 1, m: 60, h: 3_600 };

export const USAGE = `Usage: ./warmpath load SCENARIO [OPTION...]

Drives load at the API and checks the scenario's thresholds. Without --target it starts a local run of its own,
fills it, and stops it afterwards.

  --target URL       a running API: a local run, or a deployed one with the path of its stage
  --token TOKEN      access token for a deployed API (or WARMPATH_TOKEN in the environment)
  --environment ENV  rates and thresholds: local or aws (default: local for an API on this machine, else aws)
  --duration TIME    of soak, such as 90s, 30m or 2h (default 10m)
  --settle TIME      how long accepted orders may take to be decided after the load (default 2m)
  --smoke            a few requests only: whether the scenario works, no thresholds but no errors
  --list             the scenarios
  --help             this text

Ends with 0 where all thresholds hold, 1 where one is missed or an order is lost, 2 for a wrong option.
The report is target/load/SCENARIO.html, its data SCENARIO.json.
`;

const OPTIONS = {
  target: { type: 'string' },
  token: { type: 'string' },
  environment: { type: 'string' },
  duration: { type: 'string', default: '10m' },
  settle: { type: 'string', default: '2m' },
  smoke: { type: 'boolean' },
  list: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

/** Names and what each does: the first line of its file. */
export function scenarios() {
  return readdirSync(scenariosFolder)
    .filter((file) => file.endsWith('.yml'))
    .map((file) => ({ name: file.replace('.yml', ''), about: firstLine(new URL(file, scenariosFolder)) }));
}

function firstLine(file) {
  return readFileSync(file, 'utf8').split('\n')[0].replace(/^# /, '');
}

/**
 * @param args behind `load`
 * @param env the process's, for WARMPATH_TOKEN
 * @throws UsageError for what makes no sense
 */
export function parseOptions(args, env) {
  const { values, positionals } = parsed(args);
  if (values.help || values.list) {
    return values;
  }
  const scenario = knownScenario(positionals);
  const target = values.target && apiUrl(values.target);
  const local = !target || isLoopback(target);
  const token = values.token ?? env.WARMPATH_TOKEN;
  require(local || token, '--target is not on this machine, so it needs --token TOKEN or WARMPATH_TOKEN.');
  require(scenario === 'soak' || !args.some((arg) => arg.startsWith('--duration')), '--duration is for soak only.');
  return {
    scenario,
    target,
    local,
    token: local ? undefined : token,
    environment: values.smoke ? 'smoke' : environment(values.environment, local),
    durationSeconds: seconds('--duration', values.duration),
    settleSeconds: seconds('--settle', values.settle),
  };
}

function parsed(args) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error.message);
  }
}

function knownScenario(positionals) {
  const names = scenarios().map(({ name }) => name);
  const expected = `expected one of ${names.join(', ')}.`;
  require(positionals.length === 1, `${positionals.length} scenarios named, ${expected}`);
  require(names.includes(positionals[0]), `${positionals[0]} is not a scenario, ${expected}`);
  return positionals[0];
}

function apiUrl(text) {
  require(/^https?:\/\/[^/]+/.test(text) && URL.canParse(text), `--target is ${text}, expected https://HOST or https://HOST/STAGE.`);
  return text.replace(/\/+$/, '');
}

function isLoopback(url) {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}

function environment(named, local) {
  require([undefined, 'local', 'aws'].includes(named), `--environment is ${named}, expected local or aws.`);
  return named ?? (local ? 'local' : 'aws');
}

function seconds(option, text) {
  const [, number, unit] = /^([1-9]\d*)([smh])$/.exec(text) ?? [];
  require(number, `${option} is ${text}, expected a time such as 90s, 30m or 2h.`);
  return number * UNITS[unit];
}

function require(holds, sentence) {
  if (!holds) {
    throw new UsageError(sentence);
  }
}
