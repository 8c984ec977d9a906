// Child processes that end with this one.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { UserError } from './options.mjs';

const running = new Set();
let ending = false;

/** Starts a program whose output goes to a file; `stdio` of the child stays readable by `on('data')`. */
export function start(command, args, { logFile, ...options }) {
  const child = begin(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  child.exited.then(() => log.end());
  return child;
}

/** Asks a child to end, and waits until it has. */
export function stop(child) {
  child.kill('SIGTERM');
  return child.exited;
}

/** A program's exit code; what it prints goes where ours does. */
export async function run(command, args, options = {}) {
  return begin(command, args, { stdio: 'inherit', ...options }).exited;
}

function begin(command, args, options) {
  if (ending) {
    throw new UserError('interrupted.');
  }
  const child = spawn(command, args, options);
  running.add(child);
  child.exited = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code;
  });
  return child;
}

/** Ends the children before this process ends by a signal; no more are started then. */
export function endChildrenOnSignal() {
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]]) {
    process.once(signal, async () => {
      ending = true;
      await Promise.allSettled([...running].map(stop));
      process.exit(code);
    });
  }
}
